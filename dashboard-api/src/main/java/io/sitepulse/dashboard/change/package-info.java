/** Who changed what. */
@NullMarked
package io.sitepulse.dashboard.change;

import org.jspecify.annotations.NullMarked;
