/** Counters: sums of days, the ledger, and what a widget shows at an instant. */
@NullMarked
package io.sitepulse.contract.counter;

import org.jspecify.annotations.NullMarked;
