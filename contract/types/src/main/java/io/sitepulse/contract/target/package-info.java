/** Targets ("chỉ tiêu"): what a site or group is to reach in a period. */
@NullMarked
package io.sitepulse.contract.target;

import org.jspecify.annotations.NullMarked;
