/** Periods of reports and targets. */
@NullMarked
package io.sitepulse.contract.period;

import org.jspecify.annotations.NullMarked;
