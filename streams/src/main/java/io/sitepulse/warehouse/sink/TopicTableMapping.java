package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Maps the records of a topic to rows of its tables.
 *
 * @param topic source of the records
 * @param tables destinations of the rows, in the order of writing
 * @param usable whether a value that was read can be stored. Otherwise it counts as unreadable
 */
record TopicTableMapping<V>(Topic<V> topic, List<Table<V>> tables, Predicate<V> usable) {
  TopicTableMapping(Topic<V> topic, List<Table<V>> tables) {
    this(topic, tables, value -> true);
  }

  /**
   * Adds a record and its rows to a batch.
   *
   * @return false if the record cannot be read. It has no rows then
   */
  boolean addTo(Batch batch, ConsumerRecord<String, byte[]> record) {
    batch.addRecord(record);
    try {
      V value = read(record);
      var position = RecordPosition.of(record);
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

  private @Nullable V read(ConsumerRecord<String, byte[]> record) {
    V value = topic.value().deserializer().deserialize(topic.name(), record.value());
    if (value != null && !usable.test(value)) {
      throw new IllegalArgumentException("value cannot be stored");
    }
    return value;
  }
}
