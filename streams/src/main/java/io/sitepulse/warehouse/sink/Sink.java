package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.BackgroundWorker;
import io.sitepulse.warehouse.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the topics to the tables of ClickHouse on two threads of its own: one consumes, the other
 * writes. Nothing else waits for ClickHouse. If the consumer fails, a new one continues from the
 * last committed offset.
 */
public final class Sink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sink.class);
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
  private static final DescribeTopicsOptions WITHIN = new DescribeTopicsOptions().timeoutMs(10_000);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final SinkConfig config;
  private final Properties consumerProperties;
  private final Clock clock;
  private final SinkMetrics metrics;
  private final TopicTableMappings mappings;
  private final PendingWrite pendingWrite;
  private final ConsumerLag lag = new ConsumerLag();
  private final SiteShare share = new SiteShare();
  private final ExecutorService writer;
  private final BackgroundWorker worker;
  private @Nullable Long measured;

  /**
   * Prepares the sink. Nothing is consumed before {@link #start}.
   *
   * @param jdbi ClickHouse, which may be down. The caller closes it after the sink
   */
  public Sink(SinkConfig config, KafkaConfig kafka, Jdbi jdbi, SinkMetrics metrics, Clock clock) {
    this.config = config;
    this.consumerProperties = consumerProperties(config, kafka);
    this.clock = clock;
    this.metrics = metrics;
    this.mappings = new TopicTableMappings(metrics);
    this.writer = Executors.newSingleThreadExecutor(Sink::writerThread);
    this.pendingWrite =
        new PendingWrite(
            new ClickHouseWriter(jdbi, metrics, new TopicEpochs(() -> topicIds(kafka))),
            writer,
            backoff(config),
            System::nanoTime,
            metrics);
    this.worker = new BackgroundWorker("sink", new Consuming(), backoff(config), CLOSE_TIMEOUT);
  }

  /** Starts to consume. Call once. */
  public Sink start() {
    worker.start();
    return this;
  }

  /** Returns whether ClickHouse responded when it was last used, a few seconds ago at most. */
  public boolean isClickHouseResponding() {
    return pendingWrite.isClickHouseResponding();
  }

  /**
   * Returns which sites belong to this instance, by their ids. Each belongs to one of the running
   * instances. Any thread may ask.
   */
  public Predicate<String> share() {
    return share;
  }

  /**
   * Waits until ClickHouse has stored every record that is committed in the topics now, in the
   * partitions of this instance.
   *
   * @return false if that takes longer than {@code timeout}
   */
  public boolean drain(Duration timeout) throws InterruptedException {
    var drained = lag.whenDrained();
    try {
      drained.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      drained.cancel(false);
      return false;
    }
  }

  /** Writes the remaining records, if ClickHouse responds within some seconds, and stops. */
  @Override
  public void close() {
    worker.close();
    writer.shutdownNow();
  }

  /** Consumes with one consumer until the sink is closed or the consumer fails. */
  private final class Consuming implements BackgroundWorker.Task {

    @Override
    public Duration run() {
      var consumer =
          new KafkaConsumer<>(
              consumerProperties, new StringDeserializer(), new ByteArrayDeserializer());
      try (var session =
          new SinkSession(consumer, mappings, pendingWrite, config, clock, System::nanoTime)
              .open()) {
        while (!worker.isClosing()) {
          session.runOnce(lag.isAwaited());
          share.update(consumer);
          lag.completeWaiters(consumer, session.pending());
          metrics.delay(session.age());
          measureLag(consumer, session.pending());
          worker.succeeded();
        }
      } finally {
        share.clear();
      }
      return Duration.ZERO;
    }

    @Override
    public void failed(RuntimeException cause, int failures, Duration wait) {
      LOG.atError()
          .addKeyValue(LogKeys.FAILURES, failures)
          .addKeyValue(LogKeys.WAIT, wait)
          .setCause(cause)
          .log("sink consumer failed, starting a new one");
    }
  }

  /** Asks Kafka for the ids of the topics whose offsets are versions. */
  private static Map<String, String> topicIds(KafkaConfig kafka) {
    try (Admin admin = Admin.create(kafka.client())) {
      return admin
          .describeTopics(TopicTableMappings.versionedByOffset(), WITHIN)
          .allTopicNames()
          .get()
          .values()
          .stream()
          .collect(Collectors.toMap(TopicDescription::name, topic -> topic.topicId().toString()));
    } catch (ExecutionException e) {
      throw new KafkaException("cannot ask for the ids of the topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking for the ids of the topics", e);
    }
  }

  private void measureLag(Consumer<?, ?> consumer, int pending) {
    long now = System.nanoTime();
    if (measured != null && now - measured < MEASURE_EVERY.toNanos()) {
      return;
    }
    measured = now;
    try {
      metrics.lag(lag.measure(consumer, pending));
    } catch (KafkaException e) {
      LOG.atInfo().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot measure the consumer lag");
    }
  }

  private static Backoff backoff(SinkConfig config) {
    return new Backoff(config.firstRetry(), config.longestRetry());
  }

  private static Thread writerThread(Runnable run) {
    var thread = new Thread(run, "sink-writer");
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
    // Eager rebalancing: all partitions are revoked and consumed again from the last committed
    // offset, so the batch being filled can be dropped as a whole.
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    return properties;
  }
}
