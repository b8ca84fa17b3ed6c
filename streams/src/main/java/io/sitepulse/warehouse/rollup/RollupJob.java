package io.sitepulse.warehouse.rollup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

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
 *
 * <p>Months that are over are the sums of their days, by the same rule one level up: a day's rows
 * are there, then it is noted when ({@code written}); a month whose version is older waits.
 *
 * <p>The events of days that are over are resolved, each to its visit, by the rule of days. Of a
 * day only the rows of the version that was noted last are read, so none can be left over.
 */
final class RollupJob {
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
  RollupJob(RollupTables tables, RollupMetrics metrics, Clock clock, BooleanSupplier ending) {
    this.tables = tables;
    this.metrics = metrics;
    this.clock = clock;
    this.ending = ending;
  }

  /**
   * Recomputes what waits: all that is live, and of the history as much as goes in a while; months
   * once no day waits any more, so that none is summed up for each of its days; and, as only those
   * who filter gain by it, the events of days at last.
   *
   * @return whether there is history left to do
   */
  boolean turn(Duration atMost) {
    Instant end = clock.instant().plus(atMost);
    StaleDays waiting = tables.waiting();
    metrics.waiting(waiting.days());
    waiting.live().forEach(this::recompute);
    if (!each(waiting.history(), end, this::recompute)) {
      return true;
    }
    long done = days(waiting.live()) + days(waiting.history());
    metrics.waiting(waiting.days() - done);
    return waiting.days() > done
        || !each(tables.waitingMonths(), end, this::sumUp)
        || !each(tables.unresolved(), end, this::resolve);
  }

  /**
   * Does something for each, but begins nothing after the end. One is done in any case: where the
   * question what waits takes longer than there is time, nothing would ever be done.
   *
   * @return whether it was done for all
   */
  private <T> boolean each(List<T> all, Instant end, Consumer<T> task) {
    boolean first = true;
    for (T one : all) {
      if (ending.getAsBoolean() || (!first && clock.instant().isAfter(end))) {
        return false;
      }
      task.accept(one);
      first = false;
    }
    return true;
  }

  private void sumUp(MonthRange run) {
    String version = tables.now();
    tables.sumUp(run, version);
    tables.summed(run, version);
    metrics.summedUp(run.months());
  }

  private void resolve(DayRange run) {
    for (DayRange piece : tables.pieces(run, MOST_EVENTS)) {
      String version = tables.now();
      tables.resolve(piece, version);
      tables.resolved(piece, version);
      tables.dropSuperseded(piece, version);
      metrics.resolved(piece.days());
    }
  }

  /** Recomputes days that a process which died left with old rows. */
  void mend(String since) {
    tables.leftOver(since).forEach(this::recompute);
  }

  private void recompute(DayRange run) {
    tables.pieces(run, MOST_EVENTS).forEach(this::recomputePiece);
  }

  private void recomputePiece(DayRange run) {
    do {
      Instant begun = clock.instant();
      String version = tables.now();
      tables.rollUp(run, version);
      tables.rolled(run, version);
      metrics.recomputed(run.days(), Duration.between(begun, clock.instant()));
    } while (tables.isLeftOver(run));
  }

  private static long days(List<DayRange> runs) {
    return runs.stream().mapToLong(DayRange::days).sum();
  }
}
