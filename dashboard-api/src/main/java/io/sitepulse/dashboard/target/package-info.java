/** Targets ("chỉ tiêu") as their managers set and read them. */
@NullMarked
package io.sitepulse.dashboard.target;

import org.jspecify.annotations.NullMarked;
