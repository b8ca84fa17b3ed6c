package io.sitepulse.warehouse.rollup;

import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.BackgroundWorker;
import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rollups up to date on a thread and a ClickHouse handle of its own. Nothing waits for
 * it. While ClickHouse is down it retries.
 */
public final class RollupWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RollupWorker.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration REPAIR_EVERY = Duration.ofHours(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(15);

  /** Runs between two that look for everything that is stale. */
  private static final int THOROUGH_RUN_EVERY = 60;

  /** Rest as a multiple of the work: rollups take at most a quarter of the time of ClickHouse. */
  private static final int REST_FACTOR = 3;

  private final RollupConfig config;
  private final Jdbi jdbi;
  private final MicrometerRollupMetrics metrics;
  private final Clock clock;
  private final BackgroundWorker worker;
  private final FailedSites failedSites;
  private final Predicate<String> share;
  private final Interval repairs = new Interval(REPAIR_EVERY);
  private final Interval thoroughRuns;
  private boolean repairedOnce;
  private boolean migrated;

  /**
   * Prepares the worker. Nothing is computed before {@link #start}.
   *
   * @param jdbi ClickHouse, which may be down. The caller closes it after this worker
   * @param share the sites whose rollups this instance computes now, by their ids. It is asked on
   *     the worker's thread. Two instances that share a site repeat the work and do no harm
   */
  public RollupWorker(
      RollupConfig config,
      Jdbi jdbi,
      MicrometerRollupMetrics metrics,
      Clock clock,
      Predicate<String> share) {
    this.config = config;
    this.jdbi = jdbi;
    this.metrics = metrics;
    this.clock = clock;
    this.share = share;
    this.thoroughRuns = new Interval(config.interval().multipliedBy(THOROUGH_RUN_EVERY));
    this.failedSites = new FailedSites(System::nanoTime);
    this.worker =
        new BackgroundWorker(
            "rollups", new Computing(), new Backoff(FIRST_RETRY, LONGEST_RETRY), CLOSE_TIMEOUT);
  }

  /** Starts, unless rollups are disabled in this process. Call once. */
  public RollupWorker start() {
    if (config.enabled()) {
      worker.start();
    }
    return this;
  }

  /** Stops after the current statement. */
  @Override
  public void close() {
    worker.close();
  }

  /** Computes rollups for the length of an interval. */
  private final class Computing implements BackgroundWorker.Task {

    @Override
    public Duration run() {
      Instant begun = clock.instant();
      if (!migrated) {
        Migrations.apply(jdbi);
        migrated = true;
      }
      boolean more = jdbi.withHandle(RollupWorker.this::compute);
      return more ? Duration.ZERO : restAfter(Duration.between(begun, clock.instant()));
    }

    @Override
    public void failed(RuntimeException cause, int failures, Duration wait) {
      migrated = false;
      metrics.failed();
      LOG.atWarn()
          .addKeyValue(LogKeys.FAILURES, failures)
          .addKeyValue(LogKeys.WAIT, wait)
          .addKeyValue(LogKeys.ERROR, RootCause.text(cause))
          .log("cannot compute rollups, retrying");
    }

    @Override
    public void recovered(int failures) {
      LOG.atInfo().addKeyValue(LogKeys.FAILURES, failures).log("rollups computed again");
    }
  }

  private boolean compute(Handle handle) {
    var tables = new RollupTables(handle, share, config.maxValues());
    var job = new RollupJob(tables, metrics, failedSites, clock, worker::isClosing);
    if (repairs.isDue()) {
      job.repair(repairedOnce ? tables.recently() : RollupTables.BEFORE_ALL);
      repairs.done();
      repairedOnce = true;
    }
    boolean thorough = thoroughRuns.isDue();
    boolean more = job.run(config.interval(), thorough);
    if (thorough && !more) {
      thoroughRuns.done();
    }
    return more;
  }

  private Duration restAfter(Duration work) {
    Duration rest = work.multipliedBy(REST_FACTOR);
    return rest.compareTo(config.interval()) > 0 ? rest : config.interval();
  }
}
