package io.sitepulse.warehouse.sink.table;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A record that this release cannot read, as it is kept until one can.
 *
 * @param topic name of the topic
 * @param key key of the record
 * @param value the bytes of the record in Base64
 * @param error why it cannot be read
 * @param done whether its rows are stored now
 */
public record UnreadableRecord(String topic, String key, String value, String error, boolean done) {
  /** The table of these records. */
  public static final Table<UnreadableRecord> TABLE =
      Table.<UnreadableRecord>named("unreadable_records")
          .text("topic", UnreadableRecord::topic)
          .partition("kafka_partition")
          .offset("kafka_offset")
          .recordTime("kafka_time")
          .text("key", UnreadableRecord::key)
          .text("value", UnreadableRecord::value)
          .text("error", UnreadableRecord::error)
          .number("done", record -> record.done() ? 1 : 0)
          .build();

  private static final int ERROR_LIMIT = 500;

  /** Returns a record that could not be read. */
  public static UnreadableRecord of(
      String topic, @Nullable String key, byte @Nullable [] value, RuntimeException cause) {
    String error = String.valueOf(cause);
    return new UnreadableRecord(
        topic,
        key == null ? "" : key,
        Base64.getEncoder().encodeToString(value == null ? new byte[0] : value),
        error.substring(0, Math.min(error.length(), ERROR_LIMIT)),
        false);
  }

  /** Returns the record after its rows were stored. */
  public UnreadableRecord read() {
    return new UnreadableRecord(topic, key, value, "", true);
  }
}
