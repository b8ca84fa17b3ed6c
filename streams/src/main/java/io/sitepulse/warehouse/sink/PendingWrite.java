package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one batch that is being written, until ClickHouse has stored it. The write runs on another
 * thread. All methods but {@link #isClickHouseResponding} must be called by the same thread.
 *
 * <pre>
 *           begin()             stored
 *   idle ───────────▶ writing ──────────▶ idle, poll() returns the batch
 *                      ▲   │ failed
 *   the backoff passed │   ▼
 *                     waiting             (for as long as it takes)
 *
 *   drop(): the batch is forgotten; idle as soon as the current write has ended
 * </pre>
 */
final class PendingWrite {
  private static final Logger LOG = LoggerFactory.getLogger(PendingWrite.class);

  private final BatchWriter writer;
  private final Executor executor;
  private final Backoff backoff;
  private final LongSupplier nanoTime;
  private final SinkMetrics metrics;

  private @Nullable Batch batch;
  private @Nullable CompletableFuture<Void> writing;
  private @Nullable Long begun;
  private long retryAt;
  private volatile boolean responding;

  /**
   * Creates an idle one.
   *
   * @param nanoTime {@link System#nanoTime}. The wall clock may be set back, and a retry would then
   *     wait for it
   */
  PendingWrite(
      BatchWriter writer,
      Executor executor,
      Backoff backoff,
      LongSupplier nanoTime,
      SinkMetrics metrics) {
    this.writer = writer;
    this.executor = executor;
    this.backoff = backoff;
    this.nanoTime = nanoTime;
    this.metrics = metrics;
  }

  /** Returns whether a batch may be begun. */
  boolean isIdle() {
    return batch == null && writing == null;
  }

  /** Returns whether ClickHouse has stored the last attempt. Any thread may ask. */
  boolean isClickHouseResponding() {
    return responding;
  }

  /** Number of records that are not stored. */
  int pending() {
    return batch == null ? 0 : batch.records();
  }

  /** Age of the oldest record that is not stored, zero if there is none. */
  Duration age(Instant now) {
    return batch == null ? Duration.ZERO : batch.age(now);
  }

  /** Returns whether the last attempt began at least so long ago, or there was none. */
  boolean isUnusedFor(Duration time) {
    return begun == null || nanoTime.getAsLong() - begun >= time.toNanos();
  }

  /**
   * Starts to write a batch.
   *
   * @throws IllegalStateException if it is not idle
   */
  void begin(Batch next) {
    if (!isIdle()) {
      throw new IllegalStateException("another batch is being written");
    }
    batch = next;
    attempt(next);
  }

  /** Returns the batch if it has been stored. Starts the next attempt if that is due. */
  Optional<Batch> poll() {
    if (writing != null && writing.isDone()) {
      var done = writing;
      writing = null;
      return finished(done);
    }
    if (writing == null && batch != null && nanoTime.getAsLong() - retryAt >= 0) {
      attempt(batch);
    }
    return Optional.empty();
  }

  /** Forgets the batch. Its records are consumed again from the last committed offset. */
  void drop() {
    batch = null;
  }

  /** Waits for the current write, but not for another attempt. */
  void await(Duration timeout) {
    if (writing == null) {
      return;
    }
    try {
      writing.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("batch not stored yet", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Batch toWrite) {
    begun = nanoTime.getAsLong();
    writing = CompletableFuture.runAsync(() -> write(toWrite), executor);
  }

  private void write(Batch toWrite) {
    try {
      writer.write(toWrite);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Batch> finished(CompletableFuture<Void> done) {
    if (done.isCompletedExceptionally()) {
      failed(done);
      return Optional.empty();
    }
    if (backoff.failures() > 0) {
      LOG.atInfo()
          .addKeyValue(LogKeys.FAILURES, backoff.failures())
          .log("ClickHouse responds again");
    }
    backoff.succeeded();
    responding = true;
    metrics.waiting(false);
    var stored = Optional.ofNullable(batch);
    batch = null;
    stored
        .filter(written -> !written.isEmpty())
        .ifPresent(written -> metrics.batch(written.records(), sinceBegun()));
    return stored;
  }

  private Duration sinceBegun() {
    return begun == null ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  private void failed(CompletableFuture<Void> done) {
    responding = false;
    Duration wait = backoff.failed();
    retryAt = nanoTime.getAsLong() + wait.toNanos();
    metrics.failed();
    metrics.waiting(true);
    String error = done.handle((nothing, failure) -> RootCause.text(failure)).join();
    LOG.atWarn()
        .addKeyValue(LogKeys.FAILURES, backoff.failures())
        .addKeyValue(LogKeys.WAIT, wait)
        .addKeyValue(LogKeys.ERROR, error)
        .log("cannot write a batch to ClickHouse, retrying");
  }
}
