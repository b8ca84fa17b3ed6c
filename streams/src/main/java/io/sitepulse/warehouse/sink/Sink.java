package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.warehouse.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ClickHouse's tables in step with the topics, on two threads of its own: nothing else waits
 * for ClickHouse. Whatever breaks the consumer, a new one goes on from the last commit.
 *
 * <pre>
 * new ── start() ──▶ running ──close()──▶ closed
 *                     │  ▲
 *         the consumer fails: waits, then a new one
 * </pre>
 */
public final class Sink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sink.class);
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
  private static final Duration PARTING = Duration.ofSeconds(20);

  private final SinkConfig config;
  private final Properties client;
  private final Clock clock;
  private final SinkMetrics metrics;
  private final TopicTableMappings topicTableMappings;
  private final PendingWrite pendingWrite;
  private final ConsumerLag consumerLag = new ConsumerLag();
  private final Backoff restarts;
  private final ExecutorService writing;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Instant measured = Instant.EPOCH;

  /**
   * Prepares the sink; nothing is read before {@link #start}.
   *
   * @param jdbi ClickHouse, which may be away; stays the caller's to close, after the sink
   */
  public Sink(SinkConfig config, KafkaConfig kafka, Jdbi jdbi, SinkMetrics metrics, Clock clock) {
    this.config = config;
    this.client = consumerProperties(config, kafka);
    this.clock = clock;
    this.metrics = metrics;
    this.topicTableMappings = new TopicTableMappings(metrics);
    this.restarts = new Backoff(config.firstRetry(), config.longestRetry());
    this.writing = Executors.newSingleThreadExecutor(run -> daemon(run, "sink-writer"));
    this.pendingWrite =
        new PendingWrite(
            new ClickHouseWriter(jdbi, metrics),
            writing,
            new Backoff(config.firstRetry(), config.longestRetry()),
            clock,
            metrics);
    this.thread = daemon(this::run, "sink");
  }

  /** Begins to read. Call once. */
  public Sink start() {
    thread.start();
    return this;
  }

  /** Whether ClickHouse answered when it was last asked, at most some seconds ago. Never blocks. */
  public boolean isClickHouseAnswering() {
    return pendingWrite.isClickHouseResponding();
  }

  /**
   * Waits until everything that is in the topics now, and committed there, is in ClickHouse, as far
   * as this instance reads them.
   *
   * @return false if that took longer than {@code atMost}
   */
  public boolean drain(Duration atMost) throws InterruptedException {
    var drained = consumerLag.whenDrained();
    try {
      drained.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      drained.cancel(false);
      return false;
    }
  }

  /** Hands over what is held, if ClickHouse takes it within some seconds, and stops. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PARTING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writing.shutdownNow();
  }

  private void run() {
    while (closing.getCount() > 0) {
      try {
        runSession();
      } catch (RuntimeException e) {
        Duration wait = restarts.failed();
        LOG.atError().addKeyValue("wait", wait).setCause(e).log("sink's consumer failed");
        await(wait);
      }
    }
  }

  private void runSession() {
    var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    try (var session =
        new SinkSession(consumer, topicTableMappings, pendingWrite, config, clock).open()) {
      while (closing.getCount() > 0) {
        session.runOnce(consumerLag.isAwaited());
        consumerLag.completeWaiters(consumer, session.pending());
        metrics.delay(session.age());
        measure(consumer, session.pending());
        restarts.succeeded();
      }
    }
  }

  private void measure(Consumer<?, ?> consumer, int pending) {
    Instant now = clock.instant();
    if (measured.plus(MEASURE_EVERY).isAfter(now)) {
      return;
    }
    measured = now;
    try {
      metrics.lag(consumerLag.measure(consumer, pending));
    } catch (KafkaException e) {
      LOG.atInfo().addKeyValue("reason", e.toString()).log("lag not known");
    }
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

  private static Thread daemon(Runnable run, String name) {
    var thread = new Thread(run, name);
    thread.setDaemon(true);
    return thread;
  }

  private static Properties consumerProperties(SinkConfig config, KafkaConfig kafka) {
    Properties properties = kafka.client();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "sitepulse-sink");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000");
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(config.batchBytes()));
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "30000");
    // An eager assignor: at a rebalance everything is given back and read again from the last
    // commit, so that the batch being filled can be dropped whole.
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    return properties;
  }
}
