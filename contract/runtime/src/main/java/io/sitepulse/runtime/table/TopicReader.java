package io.sitepulse.runtime.table;

import io.sitepulse.runtime.kafka.BoundedPoll;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from the beginning on a thread of its own and follows it. After an exception it
 * opens a new consumer, after a pause, and reads on where it stopped. Partitions that are added to
 * the topic later are read too. Thread-safe.
 */
final class TopicReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL_AT_START = Duration.ofMillis(250);

  /**
   * A poll ends when there are records. Its timeout is the pace at which partitions are counted.
   */
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration BROKER_TIMEOUT = Duration.ofDays(365);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final String topic;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> records;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile boolean upToDate;
  private Duration pause = FIRST_PAUSE;

  /**
   * Prepares the reader.
   *
   * @param consumers opens a consumer, at the start and after each failure
   * @param records called with each record on the reading thread
   */
  TopicReader(
      String topic,
      Supplier<Consumer<String, byte[]>> consumers,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> records) {
    this.topic = topic;
    this.consumers = consumers;
    this.records = records;
    this.thread = new Thread(this::run, "table-" + topic);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Completes once all records that were in the topic at the start have been read. */
  CompletableFuture<Void> ready() {
    return ready.copy();
  }

  /** Returns false until it has caught up, at the start and after an exception. */
  boolean isUpToDate() {
    return upToDate;
  }

  @Override
  public void close() {
    closed.countDown();
    Consumer<String, byte[]> reading = current;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosed()) {
      try (var consumer = consumers.get();
          var poll = new BoundedPoll<>(consumer)) {
        current = consumer;
        readWith(consumer, poll);
      } catch (WakeupException e) {
        LOG.atDebug().addKeyValue(LogKeys.TOPIC, topic).log("table closed");
      } catch (RuntimeException e) {
        upToDate = false;
        LOG.atWarn()
            .addKeyValue(LogKeys.TOPIC, topic)
            .addKeyValue(LogKeys.ERROR, e.toString())
            .addKeyValue(LogKeys.WAIT, pause)
            .log("table cannot be read");
        awaitNextAttempt();
      } finally {
        current = null;
      }
    }
  }

  /**
   * Reads until the end. A consumer that closes in order waits for its open request, which the
   * broker holds while there are no records. It has no group and no offsets to leave in order.
   */
  private void readWith(Consumer<String, byte[]> consumer, BoundedPoll<String, byte[]> poll) {
    try {
      if (!isClosed()) { // else the wakeup came too early
        follow(consumer, poll);
      }
    } finally {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  private void follow(Consumer<String, byte[]> consumer, BoundedPoll<String, byte[]> poll) {
    Set<TopicPartition> partitions = partitions(consumer);
    assign(consumer, partitions);
    var ends = new HashMap<>(consumer.endOffsets(partitions, BROKER_TIMEOUT));
    completeWhenPast(consumer, ends);
    while (!isClosed()) {
      for (var record : poll.poll(upToDate ? POLL : POLL_AT_START)) {
        records.accept(record);
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
      completeWhenPast(consumer, ends);
      Set<TopicPartition> present = partitions(consumer); // from the consumer's metadata
      if (present.size() > partitions.size()) {
        partitions = present;
        assign(consumer, partitions);
      }
    }
  }

  private Set<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    return consumer.partitionsFor(topic, BROKER_TIMEOUT).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .collect(Collectors.toSet());
  }

  private void assign(Consumer<String, byte[]> consumer, Set<TopicPartition> partitions) {
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      Long position = positions.get(partition);
      if (position == null) {
        consumer.seekToBeginning(Set.of(partition));
      } else {
        consumer.seek(partition, position);
      }
    }
  }

  private void completeWhenPast(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    if (!upToDate) {
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (ends.isEmpty()) {
        pause = FIRST_PAUSE;
        upToDate = true;
        ready.complete(null);
      }
    }
  }

  private void awaitNextAttempt() {
    try {
      if (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
