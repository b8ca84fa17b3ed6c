package io.sitepulse.warehouse.sink.table;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The position of a record in its topic.
 *
 * @param partition partition
 * @param offset offset. Of two records with the same key the later one has the higher offset
 * @param time timestamp of the record
 */
public record RecordPosition(int partition, long offset, Instant time) {

  /** Returns the position of a consumed record. */
  public static RecordPosition of(ConsumerRecord<?, ?> record) {
    return new RecordPosition(
        record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
  }

  /** Version of a row whose first delivery wins: the smaller the offset, the higher it is. */
  long precedence() {
    return Long.MAX_VALUE - offset;
  }
}
