package io.sitepulse.warehouse.sink;

import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Rows to insert into ClickHouse, and the offsets to commit once all of them are stored. Not
 * thread-safe: one thread fills it and then passes it on to another.
 */
final class Batch {
  private final Map<Table<?>, Rows> rows = new LinkedHashMap<>();
  private final Map<Table<?>, EncodedRows> encoded = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private final long created;
  private int records;
  private long bytes;
  private @Nullable Instant oldest;

  /**
   * Creates an empty batch.
   *
   * @param created start of the time its rows may linger, by {@link System#nanoTime}
   */
  Batch(long created) {
    this.created = created;
  }

  /**
   * Adds a record, with or without rows. Its offset is committed with the batch.
   *
   * @param values number of values in the record
   */
  void addRecord(ConsumerRecord<String, byte[]> record, int values) {
    var partition = new TopicPartition(record.topic(), record.partition());
    offsets.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    encoded.values().forEach(EncodedRows::nextRecord);
    records += values;
    bytes += Math.max(0, record.serializedValueSize());
    Instant time = Instant.ofEpochMilli(record.timestamp());
    oldest = oldest == null || time.isBefore(oldest) ? time : oldest;
  }

  /** Adds a row of a record that was {@linkplain #addRecord added}. */
  void addRow(Table<?> table, Row row) {
    Rows some = rows.computeIfAbsent(table, Rows::new);
    if (table.isEncodedAtOnce()) {
      encoded.computeIfAbsent(table, EncodedRows::new).add(row);
    } else {
      some.add(row);
    }
  }

  /** Number of records. A record of several events counts as so many. */
  int records() {
    return records;
  }

  boolean isEmpty() {
    return records == 0;
  }

  /** Returns whether it has reached the largest size of a batch. */
  boolean isFull(SinkConfig config) {
    return records >= config.batchRecords() || bytes >= config.batchBytes();
  }

  /**
   * Returns whether it should be written now, because it is full or has lingered long enough.
   *
   * @param now current {@link System#nanoTime}
   */
  boolean isDue(SinkConfig config, long now) {
    return !isEmpty() && (isFull(config) || now - created >= config.linger().toNanos());
  }

  /** Age of the oldest record, zero if there is none. */
  Duration age(Instant now) {
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }

  /** Tables that have rows, in the order of their first row. */
  Collection<Table<?>> tables() {
    return rows.keySet();
  }

  /** The rows of a table that were encoded when they were added, or null. */
  @Nullable EncodedRows encoded(Table<?> table) {
    return encoded.get(table);
  }

  /** The rows of a table, without those that were encoded when they were added. */
  Collection<Row> rows(Table<?> table) {
    Rows some = rows.get(table);
    return some == null ? List.of() : Collections.unmodifiableList(some.all);
  }

  /** The offsets to commit once the batch is stored. */
  Map<TopicPartition, OffsetAndMetadata> offsets() {
    return offsets;
  }

  /** The rows of a table in the order of their first records. */
  private static final class Rows {
    private final Table<?> table;
    private final List<Row> all = new ArrayList<>();
    private final Map<Object, Integer> places = new HashMap<>();

    private Rows(Table<?> table) {
      this.table = table;
    }

    private void add(Row row) {
      Integer place = row.key() == null ? null : places.putIfAbsent(row.key(), all.size());
      if (place == null) {
        all.add(row);
      } else {
        all.set(place, table.merge(all.get(place), row));
      }
    }
  }
}
