package io.sitepulse.runtime.table;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

  /** Time after which a new partition is seen at the latest. */
  private static final Duration METADATA_AGE = Duration.ofSeconds(30);

  /** Time that the broker holds a request for records if there are none. They are sent at once. */
  private static final Duration FETCH_WAIT = Duration.ofSeconds(2);

  private final Topic<V> topic;
  private final TopicReader reader;
  private final @Nullable Replacement<V> replacement;
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private final Set<String> rejected = ConcurrentHashMap.newKeySet();
  private final List<BiConsumer<String, V>> rejectionListeners = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<String, @Nullable V>> listeners = new CopyOnWriteArrayList<>();

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
    this.reader = new TopicReader(topic.name(), consumers, this::take);
    this.replacement = replacement;
  }

  static Properties properties(Properties client) {
    var properties = new Properties();
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, Long.toString(METADATA_AGE.toMillis()));
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(FETCH_WAIT.toMillis()));
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return properties;
  }

  /** Starts to read. Call once. */
  public KafkaTopicTable<V> start() {
    reader.start();
    return this;
  }

  /** Completes once all records that were in the topic at the start have been read. */
  public CompletableFuture<Void> ready() {
    return reader.ready();
  }

  /** Tells if all records that were in the topic at the start have been read. */
  public boolean isLoaded() {
    return reader.ready().isDone();
  }

  /**
   * Returns whether the table has read all records that were in the topic when it began to read,
   * and reads on. False after an exception, until it has caught up again.
   */
  public boolean isUpToDate() {
    return reader.isUpToDate();
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
    reader.close();
  }

  private boolean isRejected(String key, V next) {
    if (replacement == null) {
      return false;
    }
    V present = values.get(key);
    return present == null ? removed.contains(key) : !replacement.replaces(next, present);
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
