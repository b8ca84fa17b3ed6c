/** Targets ("chỉ tiêu") and their progress. */
@NullMarked
package io.sitepulse.dashboard.admin.target;

import org.jspecify.annotations.NullMarked;
