package io.sitepulse.local.audit;

/**
 * A number that is not what the raw events say.
 *
 * @param figure its name, as in {@link NamedCounts}
 * @param claimed what counter, ledger or tally say
 * @param recounted what the raw events say
 */
record Difference(String figure, long claimed, long recounted) {}
