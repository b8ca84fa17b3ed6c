package io.sitepulse.local.audit;

/**
 * A number that differs from the raw events.
 *
 * @param figure name, as in {@link NamedCounts}
 * @param claimed value of the counter, ledger or tally
 * @param recounted value recounted from the raw events
 */
record Difference(String figure, long claimed, long recounted) {}
