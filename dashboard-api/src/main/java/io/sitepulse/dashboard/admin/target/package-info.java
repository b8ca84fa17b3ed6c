/** Targets ("chỉ tiêu") as their managers set and read them. */
@NullMarked
package io.sitepulse.dashboard.admin.target;

import org.jspecify.annotations.NullMarked;
