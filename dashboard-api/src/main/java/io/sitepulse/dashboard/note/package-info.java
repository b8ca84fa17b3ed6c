/** Days that explain figures: the holidays of Vietnam, and notes that editors write. */
@NullMarked
package io.sitepulse.dashboard.note;

import org.jspecify.annotations.NullMarked;
