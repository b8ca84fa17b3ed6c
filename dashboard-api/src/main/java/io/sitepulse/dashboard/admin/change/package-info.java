/** The change log. */
@NullMarked
package io.sitepulse.dashboard.admin.change;

import org.jspecify.annotations.NullMarked;
