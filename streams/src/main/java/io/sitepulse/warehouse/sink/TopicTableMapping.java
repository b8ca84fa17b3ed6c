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
 * From a topic to its tables.
 *
 * @param topic where records come from
 * @param tables where their rows go
 * @param usable whether the pipeline can use a value it could read; if not it counts as unreadable
 */
record TopicTableMapping<V>(Topic<V> topic, List<Table<V>> tables, Predicate<V> usable) {

  TopicTableMapping(Topic<V> topic, List<Table<V>> tables) {
    this(topic, tables, value -> true);
  }

  /** Adds a record's rows to a batch; says whether the record could be read. */
  boolean take(ConsumerRecord<String, byte[]> record, Batch batch) {
    batch.take(record);
    try {
      V value = read(record);
      var origin = RecordPosition.of(record);
      for (Table<V> table : tables) {
        Row row = table.row(record.key(), value, origin);
        if (row != null) {
          batch.add(table, row);
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
      throw new IllegalArgumentException("not usable");
    }
    return value;
  }
}
