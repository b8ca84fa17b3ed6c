/** Targets ("chỉ tiêu") of sites and groups for a period. */
@NullMarked
package io.sitepulse.contract.target;

import org.jspecify.annotations.NullMarked;
