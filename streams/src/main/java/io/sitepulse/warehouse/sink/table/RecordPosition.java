package io.sitepulse.warehouse.sink.table;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The position of a record in its topic, or of one of several values in a record.
 *
 * @param partition partition
 * @param offset offset. Of two records with the same key the later one has the higher offset
 * @param index number of the value in the record, from 0
 * @param time timestamp of the record
 */
public record RecordPosition(int partition, long offset, int index, Instant time) {

  /** Returns the position of a value of a consumed record. */
  public static RecordPosition of(ConsumerRecord<?, ?> record, int index) {
    return new RecordPosition(
        record.partition(), record.offset(), index, Instant.ofEpochMilli(record.timestamp()));
  }

  /**
   * Version of a row whose latest state wins: the seconds of its time, then the offset, which
   * orders the states of one second.
   */
  long version(Instant asOf) {
    return asOf.getEpochSecond() << Integer.SIZE | (offset & 0xffff_ffffL);
  }

  /** Version of a row whose first delivery wins: the smaller the offset, the higher it is. */
  long precedence() {
    return Long.MAX_VALUE - offset;
  }
}
