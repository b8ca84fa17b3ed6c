package io.sitepulse.streams.metrics;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;

/**
 * What the counting says about itself. Every record processed is in exactly one column:
 *
 * <pre>
 * records of page-views = counted + duplicates + bots + rejected
 * records of poll-votes = ballots + changes + duplicates + rejected
 * </pre>
 *
 * so that over all processes the sums follow what ingest and dashboard-api say they produced.
 *
 * <p>These tell of records processed: a transaction that is aborted and repeated shows twice here,
 * and once in the counters and ledgers, which are the truth. Alert on any {@code rejected} with
 * {@link Reason#UNREADABLE} or {@link Reason#FROM_THE_FUTURE} (a producer is broken), and on a
 * share of duplicates that jumps (a sender repeats itself).
 */
public interface CountingMetrics {
  /** For tests of something else. */
  CountingMetrics NONE = new CountingMetrics() {};

  /** A view or heartbeat was counted. */
  default void counted(EventKind kind) {}

  /** An event's id was seen in the 24 h before. */
  default void duplicate() {}

  /** A robot's event. */
  default void bot() {}

  /** An event was kept as rejected. */
  default void rejected(Reason reason) {}

  /** A voter's first ballot was taken. */
  default void ballot() {}

  /** A voter's second ballot replaced the first. */
  default void ballotChanged() {}

  /** A vote was handed over again. */
  default void duplicateVote() {}

  /** A vote was kept as rejected. */
  default void rejectedVote(Reason reason) {}
}
