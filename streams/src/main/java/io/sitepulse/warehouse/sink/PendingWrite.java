package io.sitepulse.warehouse.sink;

import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one batch that is being written, until ClickHouse has acknowledged it. Writing happens on
 * another thread; everything else on the thread of the one who asks.
 *
 * <pre>
 *           begin()            acknowledged
 *   idle ───────────▶ writing ───────────────▶ idle, settle() hands the batch back
 *                      ▲   │ failed
 *      the wait passed │   ▼
 *                     waiting                  (as long as it takes)
 *
 *   drop(): the batch is nobody's any more; idle as soon as a write under way has ended
 * </pre>
 */
final class PendingWrite {
  private static final Logger LOG = LoggerFactory.getLogger(PendingWrite.class);

  private final BatchWriter writer;
  private final Executor executor;
  private final Backoff backoff;
  private final Clock clock;
  private final SinkMetrics metrics;

  private @Nullable Batch batch;
  private @Nullable CompletableFuture<Void> writing;
  private Instant begun = Instant.EPOCH;
  private Instant retryAt = Instant.EPOCH;
  private volatile boolean answering;

  PendingWrite(
      BatchWriter writer, Executor executor, Backoff backoff, Clock clock, SinkMetrics metrics) {
    this.writer = writer;
    this.executor = executor;
    this.backoff = backoff;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Whether a batch may begin. */
  boolean isIdle() {
    return batch == null && writing == null;
  }

  /** Whether ClickHouse acknowledged the last attempt; any thread may ask. */
  boolean isAnswering() {
    return answering;
  }

  /** Records not acknowledged. */
  int pending() {
    return batch == null ? 0 : batch.records();
  }

  /** Age of the oldest record not acknowledged. */
  Duration age(Instant now) {
    return batch == null ? Duration.ZERO : batch.age(now);
  }

  /** When the last attempt began. */
  Instant begun() {
    return begun;
  }

  /**
   * Begins to write a batch.
   *
   * @throws IllegalStateException if not idle
   */
  void begin(Batch next) {
    if (!isIdle()) {
      throw new IllegalStateException("a batch is on its way");
    }
    batch = next;
    attempt(next);
  }

  /** Takes things on as far as they are; the batch, once it is acknowledged. */
  Optional<Batch> settle() {
    if (writing != null && writing.isDone()) {
      var done = writing;
      writing = null;
      return finished(done);
    }
    if (writing == null && batch != null && !clock.instant().isBefore(retryAt)) {
      attempt(batch);
    }
    return Optional.empty();
  }

  /** Forgets the batch: it is delivered again from where the last commit was. */
  void drop() {
    batch = null;
  }

  /** Waits for a write under way, not for another attempt. */
  void await(Duration atMost) {
    if (writing == null) {
      return;
    }
    try {
      writing.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("not acknowledged yet", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Batch toWrite) {
    begun = clock.instant();
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
      LOG.atInfo().addKeyValue("failures", backoff.failures()).log("ClickHouse answers again");
    }
    backoff.succeeded();
    answering = true;
    metrics.waiting(false);
    var acknowledged = Optional.ofNullable(batch);
    batch = null;
    acknowledged
        .filter(written -> !written.isEmpty())
        .ifPresent(
            written -> metrics.batch(written.records(), Duration.between(begun, clock.instant())));
    return acknowledged;
  }

  private void failed(CompletableFuture<Void> done) {
    answering = false;
    Duration wait = backoff.failed();
    retryAt = clock.instant().plus(wait);
    metrics.failed();
    metrics.waiting(true);
    String why = done.handle((nothing, failure) -> RootCause.text(failure)).join();
    LOG.atWarn()
        .addKeyValue("failures", backoff.failures())
        .addKeyValue("wait", wait)
        .addKeyValue("reason", why)
        .log("ClickHouse does not take a batch; it is tried again");
  }
}
