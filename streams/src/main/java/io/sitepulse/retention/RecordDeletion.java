package io.sitepulse.retention;

import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.BackgroundWorker;
import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes expired records of Kafka every quarter of an hour, on a thread of its own. Every process
 * of streams does so. What one has deleted, the others need not.
 */
public final class RecordDeletion implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordDeletion.class);
  private static final Duration EVERY = Duration.ofMinutes(15);

  /** Not while the process starts, which has other work. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Properties client;
  private final List<Expiry> expiries;
  private final InstantSource clock;
  private final BackgroundWorker worker;
  private boolean begun;

  /**
   * Prepares the deletion. Nothing is deleted before {@link #start}.
   *
   * @param client connection settings as Kafka names them
   * @param counting consumer group and application id of the counting
   * @param sink consumer group of the sink
   * @param windowStores names of the window stores that have a changelog, with the time for which
   *     they retain a window
   */
  public RecordDeletion(
      Properties client,
      String counting,
      String sink,
      Map<String, Duration> windowStores,
      InstantSource clock) {
    this.client = client;
    this.expiries = Expiry.of(counting, sink, windowStores);
    this.clock = clock;
    this.worker =
        new BackgroundWorker(
            "record-deletion", new Task(), new Backoff(FIRST_RETRY, EVERY), CLOSE_TIMEOUT);
  }

  /** Starts the thread. Call once. */
  public void start() {
    worker.start();
  }

  @Override
  public void close() {
    worker.close();
  }

  /** Deletes what has expired now. */
  void run() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      var records = new ExpiredRecords(admin);
      Instant now = records.now(clock.instant());
      for (Expiry expiry : expiries) {
        records.delete(expiry, now);
      }
    }
  }

  private final class Task implements BackgroundWorker.Task {
    @Override
    public Duration run() {
      if (!begun) {
        begun = true;
        return FIRST;
      }
      try {
        RecordDeletion.this.run();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return EVERY;
    }

    @Override
    public void failed(RuntimeException cause, int failures, Duration wait) {
      LOG.atWarn()
          .addKeyValue(LogKeys.ERROR, RootCause.text(cause))
          .addKeyValue(LogKeys.FAILURES, failures)
          .log("expired records were not deleted, trying again");
    }
  }
}
