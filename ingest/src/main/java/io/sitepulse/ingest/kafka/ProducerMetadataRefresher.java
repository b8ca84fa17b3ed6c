package io.sitepulse.ingest.kafka;

import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.runtime.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the producer's metadata of topics at hand and tells whether Kafka answers.
 *
 * <p>The producer forgets a topic it did not write to for five minutes and fetches its metadata on
 * the next send. With a {@code send} that may not wait, the first event after a quiet night would
 * be refused; so somebody has to ask on and on.
 */
public final class ProducerMetadataRefresher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProducerMetadataRefresher.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int ANSWER_MS = 3_000;

  private final Producer<String, byte[]> producer;
  private final Topic<?> first;
  private final List<Topic<?>> topics;
  private final Admin admin;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(ProducerMetadataRefresher::daemon);
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile int partitions;
  private volatile boolean answers;

  /**
   * Prepares the watch.
   *
   * @param first the topic whose partitions are told
   * @param others further topics the producer writes to
   */
  public ProducerMetadataRefresher(
      Properties client, Producer<String, byte[]> producer, Topic<?> first, Topic<?>... others) {
    var settings = new Properties();
    settings.putAll(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
    settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    this.admin = Admin.create(settings);
    this.producer = producer;
    this.first = first;
    this.topics = List.of(others);
  }

  /** Begins to ask. Call once, when the topics exist. */
  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::ask, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Partitions of the first topic; 0 until that is known. */
  public int partitions() {
    return partitions;
  }

  /** Whether Kafka answered the last question. */
  public boolean answers() {
    return answers;
  }

  /** Completes once the producer can send to all topics. */
  public CompletableFuture<Void> ready() {
    return ready.copy();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ZERO);
  }

  private void ask() {
    boolean before = answers;
    answers = isThere();
    if (answers) {
      ready.complete(null);
    }
    if (before != answers && !thread.isShutdown()) {
      LOG.atInfo().addKeyValue(LogKeys.TOPIC, first.name()).log(answers ? "Kafka answers" : "Kafka away");
    }
  }

  private boolean isThere() {
    try {
      admin.describeCluster().nodes().get();
      topics.forEach(topic -> producer.partitionsFor(topic.name()));
      partitions = producer.partitionsFor(first.name()).size();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) { // Whatever it is, Kafka cannot be used now.
      LOG.debug("asking for metadata failed", e);
      return false;
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "kafka-watch");
    thread.setDaemon(true);
    return thread;
  }
}
