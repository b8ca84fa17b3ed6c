/** Notes on days, which editors write. */
@NullMarked
package io.sitepulse.dashboard.admin.note;

import org.jspecify.annotations.NullMarked;
