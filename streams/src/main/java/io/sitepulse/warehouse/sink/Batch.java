package io.sitepulse.warehouse.sink;

import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way to ClickHouse, with the offsets that may be committed once all of them are
 * there. Filled by one thread and then handed over, never shared.
 */
final class Batch {
  private final Map<Table<?>, Rows> rows = new LinkedHashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
  private final Instant begun;
  private int records;
  private long bytes;
  private @Nullable Instant oldest;

  /**
   * An empty batch.
   *
   * @param begun when; its rows wait no longer than a while after it
   */
  Batch(Instant begun) {
    this.begun = begun;
  }

  /** Notes that a record is dealt with once this batch is, whether or not it has rows. */
  void take(ConsumerRecord<String, byte[]> record) {
    var partition = new TopicPartition(record.topic(), record.partition());
    next.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    records++;
    bytes += Math.max(0, record.serializedValueSize());
    Instant time = Instant.ofEpochMilli(record.timestamp());
    oldest = oldest == null || time.isBefore(oldest) ? time : oldest;
  }

  /** Adds a row of a record that was {@linkplain #take taken}. */
  void add(Table<?> table, Row row) {
    rows.computeIfAbsent(table, Rows::new).add(row);
  }

  /** How many records are in it. */
  int records() {
    return records;
  }

  boolean isEmpty() {
    return records == 0;
  }

  /** Whether it is as big as a batch may be. */
  boolean isFull(SinkConfig config) {
    return records >= config.batchRecords() || bytes >= config.batchBytes();
  }

  /** Whether it should be written now. */
  boolean isDue(SinkConfig config, Instant now) {
    return !isEmpty() && (isFull(config) || !begun.plus(config.linger()).isAfter(now));
  }

  /** Age of its oldest record; zero if it is empty. */
  Duration age(Instant now) {
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }

  /** Tables that have rows, in the order they came. */
  Collection<Table<?>> tables() {
    return rows.keySet();
  }

  /** The rows of a table. */
  Collection<Row> rows(Table<?> table) {
    return rows.computeIfAbsent(table, Rows::new).all();
  }

  /** The offsets to commit once it is written. */
  Map<TopicPartition, OffsetAndMetadata> next() {
    return next;
  }
}
