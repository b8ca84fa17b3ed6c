package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import io.sitepulse.warehouse.sink.table.UnreadableRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps the records of a topic to rows of its tables.
 *
 * @param topic source of the records
 * @param tables destinations of the rows, in the order of writing
 * @param values splits the value of a record. Each part is read on its own, so an unreadable one
 *     costs no other. Reading it returns null for a tombstone, and throws if it is unreadable
 */
record TopicTableMapping<V>(
    Topic<V> topic,
    List<Table<V>> tables,
    Function<byte @Nullable [], List<Supplier<@Nullable V>>> values) {
  /** Streams keeps their unreadable records in {@code rejected-events}, and never changes it. */
  private static final Set<Topic<?>> JUDGED_BY_STREAMS =
      Set.of(Topics.PAGE_VIEWS, Topics.POLL_VOTES, Topics.IMPORTED_DAYS);

  private static final Logger LOG = LoggerFactory.getLogger(TopicTableMapping.class);

  TopicTableMapping(Topic<V> topic, List<Table<V>> tables) {
    this(
        topic,
        tables,
        value -> List.of(() -> topic.value().deserializer().deserialize(topic.name(), value)));
  }

  /**
   * Adds a record and its rows to a batch.
   *
   * @return number of values that cannot be read. They have no rows of their own. Records that only
   *     sitepulse writes are kept in {@code unreadable_records}, because a newer release may have
   *     written them
   */
  int addTo(Batch batch, ConsumerRecord<String, byte[]> record) {
    List<Supplier<@Nullable V>> parts = values.apply(record.value());
    batch.addRecord(record, parts.size());
    int unreadable = 0;
    for (int i = 0; i < parts.size(); i++) {
      RuntimeException cause = addRowsTo(batch, record, parts.get(i), i);
      if (cause != null) {
        unreadable++;
        park(batch, record, cause);
      }
    }
    return unreadable;
  }

  /**
   * Adds the rows of a record to a batch, and not the record itself.
   *
   * @return false if it cannot be read
   */
  boolean addRowsTo(Batch batch, ConsumerRecord<String, byte[]> record) {
    List<Supplier<@Nullable V>> parts = values.apply(record.value());
    boolean read = true;
    for (int i = 0; i < parts.size(); i++) {
      read &= addRowsTo(batch, record, parts.get(i), i) == null;
    }
    return read;
  }

  private void park(Batch batch, ConsumerRecord<String, byte[]> record, RuntimeException cause) {
    if (JUDGED_BY_STREAMS.contains(topic)) {
      return;
    }
    LOG.atError()
        .addKeyValue(LogKeys.TOPIC, record.topic())
        .addKeyValue(LogKeys.PARTITION, record.partition())
        .addKeyValue(LogKeys.OFFSET, record.offset())
        .log("cannot read a record, it is kept in unreadable_records");
    var parked = UnreadableRecord.of(record.topic(), record.key(), record.value(), cause);
    Row row = UnreadableRecord.TABLE.row("", parked, RecordPosition.of(record, 0));
    if (row != null) {
      batch.addRow(UnreadableRecord.TABLE, row);
    }
  }

  private @Nullable RuntimeException addRowsTo(
      Batch batch, ConsumerRecord<String, byte[]> record, Supplier<@Nullable V> part, int index) {
    try {
      V value = part.get();
      var position = RecordPosition.of(record, index);
      for (Table<V> table : tables) {
        Row row = table.row(record.key(), value, position);
        if (row != null) {
          batch.addRow(table, row);
        }
      }
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }
}
