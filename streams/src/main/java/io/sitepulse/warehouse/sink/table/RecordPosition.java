package io.sitepulse.warehouse.sink.table;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record stands in its topic.
 *
 * @param partition partition
 * @param offset offset; of two records of one key the later has the higher one
 * @param time the record's own time
 */
public record RecordPosition(int partition, long offset, Instant time) {

  public static RecordPosition of(ConsumerRecord<?, ?> record) {
    return new RecordPosition(
        record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
  }

  /** Of several deliveries of one thing the first wins: the smaller the offset, the higher. */
  long precedence() {
    return Long.MAX_VALUE - offset;
  }
}
