package io.sitepulse.warehouse.rollup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Recomputes the rollups of days, the totals of months and the resolved events. What is stale is
 * known from ClickHouse alone, so a process that dies loses nothing:
 *
 * <pre>
 * touched ──later than rolled──▶ version = now ─▶ write rows of the version ─▶ rolled = version ─▶ older rows left?
 *    ▲                             ▲                                                              │ yes
 *    └─ sink, after the events     └──────────────────────────────────────────────────────────────┘
 * </pre>
 *
 * The version is taken before the raw events are read. Events that arrive in the meantime touch the
 * day after the version, so the day is stale again. A new version contains zeros for rows that have
 * disappeared. An older row can be left over only if two instances roll up the same day at once and
 * each writes a row that the other does not know. The instance that finishes last finds it.
 *
 * <p>The totals of a month that is over follow the same rule, one level up. The time at which a
 * day's rollup was complete is noted as {@code written}. A month is stale if its version is older.
 *
 * <p>The events of days that are over are resolved, each to its visit, by the same rule as days.
 * Readers take only the rows of the version that was noted last, so older rows do no harm.
 *
 * <p>Last come the pages that earlier versions stored in other spellings ({@link PageSpellings}).
 * Each month is searched once after the upgrade. Days with such pages become stale.
 */
final class RollupJob {
  /** Limit of raw events in one statement, which needs some hundred bytes of memory for each. */
  static final long MAX_EVENTS = 500_000;

  private final RollupTables tables;
  private final MicrometerRollupMetrics metrics;
  private final FailedSites failedSites;
  private final Clock clock;
  private final BooleanSupplier closing;

  /**
   * Creates a job for one handle.
   *
   * @param failedSites kept from job to job
   * @param closing whether to stop after the current statement
   */
  RollupJob(
      RollupTables tables,
      MicrometerRollupMetrics metrics,
      FailedSites failedSites,
      Clock clock,
      BooleanSupplier closing) {
    this.tables = tables;
    this.metrics = metrics;
    this.failedSites = failedSites;
    this.clock = clock;
    this.closing = closing;
  }

  /**
   * Recomputes what is stale: first all live days, then as much of the rest as fits into the time.
   * Months follow once no day is stale, so that a month is not summed again for each of its days.
   * Resolved events come last, because only filtered reports gain by them.
   *
   * @param thorough whether to look for everything that is stale. That reads whole tables.
   *     Otherwise only days that were touched within two hours are recomputed
   * @return whether anything stale is left
   */
  boolean run(Duration timeLimit, boolean thorough) {
    Instant end = clock.instant().plus(timeLimit);
    StaleDays stale = tables.staleDays(thorough ? RollupTables.BEFORE_ALL : tables.recently());
    metrics.waiting(stale.days());
    for (SiteBatch batch : batches(stale.live())) {
      if (closing.getAsBoolean()) {
        return true;
      }
      recompute(batch);
    }
    if (!forEachUntil(end, batches(stale.history()), this::recompute)) {
      return true;
    }
    metrics.waiting(0);
    return !stale.complete()
        || (thorough
            && (!forEachUntil(end, tables.staleMonths(), this::rollUpMonths)
                || !forEachUntil(end, batches(tables.unresolvedDays()), this::resolve)
                || !forEachUntil(end, tables.uncheckedPages(), this::mergeSpellings)));
  }

  private List<SiteBatch> batches(List<DayRange> ranges) {
    return tables.batches(withoutWaiting(ranges));
  }

  /**
   * The ranges of sites that do not wait for their next attempt. A waiting site at the head of the
   * list would be the one item that is done in a short time, and hold up all others.
   */
  private List<DayRange> withoutWaiting(List<DayRange> ranges) {
    return ranges.stream().filter(range -> !failedSites.isWaiting(range.site())).toList();
  }

  /**
   * Runs a task for each item until the end of the time. The first item is always done: otherwise
   * nothing would ever be done if finding the stale items takes all of the time.
   *
   * @return whether the task was run for all
   */
  private <T> boolean forEachUntil(Instant end, List<T> items, Consumer<T> task) {
    boolean first = true;
    for (T item : items) {
      if (closing.getAsBoolean() || (!first && clock.instant().isAfter(end))) {
        return false;
      }
      task.accept(item);
      first = false;
    }
    return true;
  }

  private void rollUpMonths(MonthBatch batch) {
    String version = tables.now();
    tables.rollUpMonths(batch, version);
    tables.noteSummed(batch, version);
    metrics.summedUp(batch.months());
  }

  private void resolve(SiteBatch batch) {
    forSites(batch, this::resolveAll);
  }

  private void resolveAll(SiteBatch batch) {
    for (SiteBatch part : tables.split(batch, MAX_EVENTS)) {
      String version = tables.now();
      tables.resolve(part, version);
      tables.noteResolved(part, version);
      tables.dropSuperseded(part, version);
      metrics.resolved(part.days());
    }
  }

  /**
   * Finds the normal form of the pages of a month, and has the days recomputed whose rollups have
   * other spellings. A process that dies in the middle repeats it.
   */
  private void mergeSpellings(MonthRange month) {
    String version = tables.now();
    String last = "";
    List<String> pages;
    do {
      pages = tables.unusualPages(month, last, PageSpellings.BATCH);
      tables.noteSpellings(month.site(), PageSpellings.of(pages));
      last = pages.isEmpty() ? last : pages.get(pages.size() - 1);
    } while (pages.size() == PageSpellings.BATCH);
    tables.touchRespelled(month);
    tables.notePagesChecked(month, version);
  }

  /**
   * Recomputes days in which an instance that died has left older rows.
   *
   * @param since only days rolled up after this time
   */
  void repair(String since) {
    batches(tables.leftoverDays(since)).forEach(this::recompute);
  }

  private void recompute(SiteBatch batch) {
    forSites(batch, this::recomputeAll);
  }

  private void recomputeAll(SiteBatch batch) {
    tables.split(batch, MAX_EVENTS).forEach(this::recomputePart);
  }

  private void recomputePart(SiteBatch batch) {
    do {
      Instant begun = clock.instant();
      String version = tables.now();
      tables.rollUp(batch, version);
      tables.noteRolled(batch, version);
      metrics.recomputed(batch.days(), Duration.between(begun, clock.instant()));
    } while (tables.hasLeftover(batch));
  }

  /**
   * Runs the work for some sites. If it fails although ClickHouse answers, each of them is tried
   * alone. If one fails alone, the cause is its own, such as a time zone that ClickHouse does not
   * know, and the work for the others goes on.
   */
  private void forSites(SiteBatch batch, Consumer<SiteBatch> work) {
    try {
      work.accept(batch);
      batch.ids().forEach(failedSites::succeeded);
    } catch (RuntimeException e) {
      tables.now(); // Fails if ClickHouse is unavailable.
      if (batch.sites().size() > 1) {
        batch.single().forEach(one -> forSites(one, work));
      } else {
        metrics.failed();
        failedSites.failed(batch.ids().get(0), e);
      }
    }
  }
}
