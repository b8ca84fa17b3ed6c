/** Periods that reports and targets are about. */
@NullMarked
package io.sitepulse.contract.period;

import org.jspecify.annotations.NullMarked;
