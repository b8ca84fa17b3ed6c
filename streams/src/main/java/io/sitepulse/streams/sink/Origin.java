package io.sitepulse.streams.sink;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record stands in its topic.
 *
 * @param partition partition
 * @param offset offset; of two records of one key the later has the higher one
 * @param time the record's own time
 */
record Origin(int partition, long offset, Instant time) {

  static Origin of(ConsumerRecord<?, ?> record) {
    return new Origin(
        record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
  }

  /** Of several deliveries of one thing the first wins: the smaller the offset, the higher. */
  long precedence() {
    return Long.MAX_VALUE - offset;
  }
}
