package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

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
  TopicTableMapping(Topic<V> topic, List<Table<V>> tables) {
    this(
        topic,
        tables,
        value -> List.of(() -> topic.value().deserializer().deserialize(topic.name(), value)));
  }

  /**
   * Adds a record and its rows to a batch.
   *
   * @return number of values that cannot be read. They have no rows
   */
  int addTo(Batch batch, ConsumerRecord<String, byte[]> record) {
    List<Supplier<@Nullable V>> parts = values.apply(record.value());
    batch.addRecord(record, parts.size());
    int unreadable = 0;
    for (int i = 0; i < parts.size(); i++) {
      unreadable += addTo(batch, record, parts.get(i), i) ? 0 : 1;
    }
    return unreadable;
  }

  private boolean addTo(
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
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
