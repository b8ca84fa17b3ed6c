package io.sitepulse.streams.rollup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Recomputes days. What has to be done is in ClickHouse alone, so a process that dies loses
 * nothing:
 *
 * <pre>
 * touched ──later than rolled──▶ version = now ─▶ rows of the version ─▶ rolled = version ─▶ any row left over?
 *    ▲                             ▲                                                           │ yes
 *    └─ sink, after the events     └───────────────────────────────────────────────────────────┘
 * </pre>
 *
 * The version is taken before the raw events are read: what comes in meanwhile touches the day
 * after it. Whoever writes a version writes zeros for rows that were there and are no more. Only
 * two instances at once can leave a row over, that neither knew of the other; whoever is later
 * finds it.
 */
final class Rollup {
  /** Raw events of one statement; its memory is some hundred bytes for each. */
  static final long MOST_EVENTS = 500_000;

  private final RollupTables tables;
  private final RollupMetrics metrics;
  private final Clock clock;
  private final BooleanSupplier ending;

  /**
   * Over some tables.
   *
   * @param ending whether to stop after the statement it is at
   */
  Rollup(RollupTables tables, RollupMetrics metrics, Clock clock, BooleanSupplier ending) {
    this.tables = tables;
    this.metrics = metrics;
    this.clock = clock;
    this.ending = ending;
  }

  /**
   * Recomputes what waits: all that is live, and of the history as much as goes in a while.
   *
   * @return whether there is history left to do
   */
  boolean turn(Duration atMost) {
    Instant end = clock.instant().plus(atMost);
    WaitingDays waiting = tables.waiting();
    metrics.waiting(waiting.days());
    waiting.live().forEach(this::recompute);
    for (DayRun run : waiting.history()) {
      if (ending.getAsBoolean() || clock.instant().isAfter(end)) {
        return true;
      }
      recompute(run);
    }
    long done = days(waiting.live()) + days(waiting.history());
    metrics.waiting(waiting.days() - done);
    return waiting.days() > done;
  }

  /** Recomputes days that a process which died left with old rows. */
  void mend(String since) {
    tables.leftOver(since).forEach(this::recompute);
  }

  private void recompute(DayRun run) {
    tables.pieces(run, MOST_EVENTS).forEach(this::recomputePiece);
  }

  private void recomputePiece(DayRun run) {
    do {
      Instant begun = clock.instant();
      String version = tables.now();
      tables.rollUp(run, version);
      tables.rolled(run, version);
      metrics.recomputed(run.days(), Duration.between(begun, clock.instant()));
    } while (tables.isLeftOver(run));
  }

  private static long days(List<DayRun> runs) {
    return runs.stream().mapToLong(DayRun::days).sum();
  }
}
