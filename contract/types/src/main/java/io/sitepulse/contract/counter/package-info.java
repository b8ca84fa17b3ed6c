/** Counters: sums of days, the ledger, and the figures at an instant. */
@NullMarked
package io.sitepulse.contract.counter;

import org.jspecify.annotations.NullMarked;
