/** Recounts the raw events and compares them with counters, ledger and tallies. */
@NullMarked
package io.sitepulse.local.audit;

import org.jspecify.annotations.NullMarked;
