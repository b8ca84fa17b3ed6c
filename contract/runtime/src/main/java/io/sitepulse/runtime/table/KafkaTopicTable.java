package io.sitepulse.runtime.table;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest value of every key of a compacted topic, in memory. It reads the topic from the
 * beginning and follows it, without a consumer group and only committed records. Thread-safe.
 *
 * <p>A topic whose values have revisions has a {@link Replacement}. Then a record that was written
 * on an older value than the present one is rejected, and a removed key stays removed. All readers
 * reject the same records, because all read them in the same order.
 *
 * <pre>
 * new ── start() ──▶ reading ── caught up with the end there was at start ──▶ up to date (follows) ── close() ──▶ closed
 *                     ▲  │                                                       │
 *                     │  └──────────────────────── exception ────────────────────┤
 *                     └── a new consumer after a pause. The values are kept ◀─────┘
 * </pre>
 *
 * <p>It reads on where it stopped. Partitions that are added to the topic later are read too.
 */
public final class KafkaTopicTable<V> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicTable.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BROKER_TIMEOUT = Duration.ofDays(365);

  /** Time after which a new partition is seen at the latest. */
  private static final Duration METADATA_AGE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final Topic<V> topic;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final @Nullable Replacement<V> replacement;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private final Set<String> rejected = ConcurrentHashMap.newKeySet();
  private final List<BiConsumer<String, V>> rejectionListeners = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<String, @Nullable V>> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile boolean upToDate;
  private Duration pause = FIRST_PAUSE;

  /** Decides if a record takes the place of the present value of its key. */
  public interface Replacement<V> {
    /** Tells if the next value replaces the present one. */
    boolean replaces(V next, V present);
  }

  /**
   * Prepares the table. Reading begins with {@link #start}.
   *
   * @param topic topic to read
   * @param client connection settings as Kafka names them
   */
  public KafkaTopicTable(Topic<V> topic, Properties client) {
    this(topic, client, null);
  }

  /**
   * Prepares the table of a topic whose values have revisions and whose keys are never reused.
   *
   * @param replacement decides which records are rejected
   */
  public KafkaTopicTable(Topic<V> topic, Properties client, @Nullable Replacement<V> replacement) {
    this(
        topic,
        () ->
            new KafkaConsumer<>(
                properties(client), new StringDeserializer(), new ByteArrayDeserializer()),
        replacement);
  }

  /**
   * Prepares the table.
   *
   * @param consumers opens a consumer, at the start and after each failure
   */
  KafkaTopicTable(
      Topic<V> topic,
      Supplier<Consumer<String, byte[]>> consumers,
      @Nullable Replacement<V> replacement) {
    this.topic = topic;
    this.consumers = consumers;
    this.replacement = replacement;
    this.thread = new Thread(this::run, "table-" + topic.name());
    this.thread.setDaemon(true);
  }

  static Properties properties(Properties client) {
    var properties = new Properties();
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, Long.toString(METADATA_AGE.toMillis()));
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return properties;
  }

  /** Starts to read. Call once. */
  public KafkaTopicTable<V> start() {
    thread.start();
    return this;
  }

  /** Completes once all records that were in the topic at the start have been read. */
  public CompletableFuture<Void> ready() {
    return ready.copy();
  }

  /** Tells if all records that were in the topic at the start have been read. */
  public boolean isLoaded() {
    return ready.isDone() && !ready.isCompletedExceptionally();
  }

  /**
   * Returns whether the table has read all records that were in the topic when it began to read,
   * and reads on. False after an exception, until it has caught up again.
   */
  public boolean isUpToDate() {
    return upToDate;
  }

  /** The latest value of a key. */
  public Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The latest values of all keys, as they are now. */
  public Collection<V> all() {
    return List.copyOf(values.values());
  }

  /**
   * Adds a listener that is called after each change on the reading thread. It must not block. A
   * null value means that the key was removed. Earlier changes are not repeated.
   */
  public void onChange(BiConsumer<String, @Nullable V> listener) {
    listeners.add(listener);
  }

  /** Tells if the table rejects records, so that a value is not certain before it was read. */
  public boolean rejectsRecords() {
    return replacement != null;
  }

  /**
   * Adds a listener that is called on the reading thread after a record was rejected. It must not
   * block.
   */
  public void onRejected(BiConsumer<String, V> listener) {
    rejectionListeners.add(listener);
  }

  /**
   * Tells if the last record of a key was rejected. Once the topic is compacted, only that record
   * will be left, so the present value must be written again.
   */
  public boolean isLastRejected(String key) {
    return rejected.contains(key);
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
      try (var consumer = consumers.get()) {
        current = consumer;
        if (!isClosed()) { // else the wakeup came too early
          follow(consumer);
        }
      } catch (WakeupException e) {
        LOG.atDebug().addKeyValue(LogKeys.TOPIC, topic.name()).log("table closed");
      } catch (RuntimeException e) {
        upToDate = false;
        LOG.atWarn()
            .addKeyValue(LogKeys.TOPIC, topic.name())
            .addKeyValue(LogKeys.ERROR, e.toString())
            .addKeyValue(LogKeys.WAIT, pause)
            .log("table cannot be read");
        awaitNextAttempt();
      } finally {
        current = null;
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    Set<TopicPartition> partitions = partitions(consumer);
    assign(consumer, partitions);
    var ends = new HashMap<>(consumer.endOffsets(partitions, BROKER_TIMEOUT));
    while (!isClosed()) {
      for (var record : consumer.poll(POLL)) {
        take(record);
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
    return consumer.partitionsFor(topic.name(), BROKER_TIMEOUT).stream()
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

  private boolean isRejected(String key, V next) {
    if (replacement == null) {
      return false;
    }
    V present = values.get(key);
    return present == null ? removed.contains(key) : !replacement.replaces(next, present);
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

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      V value = topic.value().deserializer().deserialize(topic.name(), record.value());
      if (value != null && isRejected(record.key(), value)) {
        rejected.add(record.key());
        rejectionListeners.forEach(listener -> listener.accept(record.key(), value));
        return;
      }
      rejected.remove(record.key());
      if (value == null) {
        values.remove(record.key());
        if (replacement != null) {
          removed.add(record.key());
        }
      } else {
        values.put(record.key(), value);
      }
      listeners.forEach(listener -> listener.accept(record.key(), value));
    } catch (RuntimeException e) {
      // One unreadable record must not hide all others. The earlier value of its key stays.
      LOG.atError()
          .addKeyValue(LogKeys.TOPIC, topic.name())
          .addKeyValue(LogKeys.OFFSET, record.offset())
          .setCause(e)
          .log("cannot read record");
    }
  }
}
