package io.sitepulse.streams.metrics;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;

/**
 * Metrics of the counting. Every processed record is in exactly one column:
 *
 * <pre>
 * records of page-views = counted + duplicates + bots + rejected
 * records of poll-votes = ballots + changes + duplicates + rejected
 * </pre>
 *
 * Summed over all processes they equal the metrics of produced records of ingest and dashboard-api.
 *
 * <p>The metrics count processed records: a transaction that is aborted and repeated counts twice
 * here and once in the counters and ledgers, which are exact. Alert on any {@code rejected} with
 * {@link Reason#UNREADABLE} or {@link Reason#FROM_THE_FUTURE} (a producer is broken), and on a
 * sudden rise of the share of duplicates (a client repeats its requests).
 */
public interface CountingMetrics {
  /** Discards everything. */
  CountingMetrics NONE = new CountingMetrics() {};

  /** Counts a view or heartbeat that is in the counters. */
  default void counted(EventKind kind) {}

  /** Counts an event whose id was received in the 24 h before. */
  default void duplicate() {}

  /** Counts an event of a bot. */
  default void bot() {}

  /** Counts a rejected event. */
  default void rejected(Reason reason) {}

  /** Counts the first ballot of a voter. */
  default void ballot() {}

  /** Counts a ballot that replaced the earlier one of its voter. */
  default void ballotChanged() {}

  /** Counts a vote that was delivered again. */
  default void duplicateVote() {}

  /** Counts a rejected vote. */
  default void rejectedVote(Reason reason) {}
}
