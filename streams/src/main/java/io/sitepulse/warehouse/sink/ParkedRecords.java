package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.UnreadableRecord;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that could not be read when they were consumed, in {@code unreadable_records}. An
 * instance of an older release may have parked what this one can read.
 */
final class ParkedRecords {
  private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);

  /** Largest number of records that are tried at once. */
  private static final int LIMIT = 10_000;

  private ParkedRecords() {}

  /**
   * Returns the rows of those that can be read now, with rows that note that they are done. Their
   * order does not matter: each row has the version of its record.
   */
  static Batch readable(Handle handle) {
    var batch = new Batch(System.nanoTime());
    int read = 0;
    for (ConsumerRecord<String, byte[]> record : parked(handle)) {
      if (TopicTableMappings.addRowsTo(batch, record)) {
        batch.addRow(UnreadableRecord.TABLE, done(record));
        read++;
      }
    }
    if (read > 0) {
      LOG.atInfo().addKeyValue(LogKeys.RECORDS, read).log("records of a newer release can be read");
    }
    return batch;
  }

  private static Row done(ConsumerRecord<String, byte[]> record) {
    var parked =
        UnreadableRecord.of(record.topic(), record.key(), record.value(), new RuntimeException());
    Row row = UnreadableRecord.TABLE.row("", parked.read(), RecordPosition.of(record, 0));
    if (row == null) {
      throw new IllegalStateException("a record without a row");
    }
    return row;
  }

  private static List<ConsumerRecord<String, byte[]>> parked(Handle handle) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    handle
        .createQuery(
            "SELECT topic, kafka_partition, kafka_offset, toUnixTimestamp64Milli(kafka_time), key,"
                + " value FROM sitepulse.unreadable_records FINAL WHERE done = 0"
                + " ORDER BY kafka_time DESC LIMIT :limit")
        .bind("limit", LIMIT)
        .map(
            (row, context) -> {
              byte[] value = Base64.getDecoder().decode(row.getString(6));
              return new ConsumerRecord<>(
                  row.getString(1),
                  row.getInt(2),
                  row.getLong(3),
                  row.getLong(4),
                  TimestampType.CREATE_TIME,
                  0,
                  value.length,
                  row.getString(5),
                  value,
                  new RecordHeaders(),
                  Optional.<Integer>empty());
            })
        .forEach(records::add);
    return records;
  }
}
