package io.sitepulse.warehouse.rollup;

import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rollups up to date, on a thread of its own with a ClickHouse handle of its own. Nothing
 * waits for it; with ClickHouse away it waits, however long.
 */
public final class RollupWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RollupWorker.class);
  private static final Duration PARTING = Duration.ofSeconds(20);
  private static final Duration MEND_EVERY = Duration.ofHours(1);

  /** Live days take a quarter of the time at most, so that reports have the rest. */
  private static final int REST = 3;

  private final RollupConfig config;
  private final Jdbi jdbi;
  private final RollupMetrics metrics;
  private final Clock clock;
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "rollups");
  private Instant mended = Instant.MIN;
  private boolean migrated;

  /**
   * Prepares the work; nothing is done before {@link #start}.
   *
   * @param jdbi ClickHouse, which may be away; stays the caller's to close, after this
   */
  public RollupWorker(RollupConfig config, Jdbi jdbi, RollupMetrics metrics, Clock clock) {
    this.config = config;
    this.jdbi = jdbi;
    this.metrics = metrics;
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Begins, if this process is to do it. Call once. */
  public RollupWorker start() {
    if (config.enabled()) {
      thread.start();
    }
    return this;
  }

  /** Ends after the statement it is at. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PARTING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (closing.getCount() > 0) {
      await(turn());
    }
  }

  /** Does what there is, and tells how long to wait then. */
  private Duration turn() {
    Instant begun = clock.instant();
    try {
      prepare();
      boolean more = jdbi.withHandle(this::turn);
      succeeded();
      Duration rest = Duration.between(begun, clock.instant()).multipliedBy(REST);
      return more
          ? Duration.ZERO
          : rest.compareTo(config.interval()) > 0 ? rest : config.interval();
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private boolean turn(Handle handle) {
    var tables = new RollupTables(handle);
    var rollup = new RollupJob(tables, metrics, clock, () -> closing.getCount() == 0);
    Instant now = clock.instant();
    if (mended.isBefore(now.minus(MEND_EVERY))) {
      rollup.mend(mended.equals(Instant.MIN) ? RollupTables.EVER : tables.recently());
      mended = now;
    }
    return rollup.turn(config.interval());
  }

  private void prepare() {
    if (!migrated) {
      Migrations.apply(jdbi);
      migrated = true;
    }
  }

  private void succeeded() {
    if (backoff.failures() > 0) {
      LOG.atInfo().addKeyValue("failures", backoff.failures()).log("rollups go on");
    }
    backoff.succeeded();
  }

  private Duration failed(RuntimeException e) {
    migrated = false;
    Duration wait = backoff.failed();
    metrics.failed();
    LOG.atWarn()
        .addKeyValue("failures", backoff.failures())
        .addKeyValue("wait", wait)
        .addKeyValue("reason", RootCause.text(e))
        .log("rollups not computed; it is tried again");
    return wait;
  }

  private void await(Duration wait) {
    try {
      if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closed while waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
