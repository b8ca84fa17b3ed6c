package io.sitepulse.streams.rejected;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A record of a source topic with its position, from which a rejection can be made. */
public final class SourceRecord {
  private final RecordMetadata metadata;
  private final Instant time;
  private final byte @Nullable [] value;
  private final String suffix;

  private SourceRecord(
      RecordMetadata metadata, Instant time, byte @Nullable [] value, String suffix) {
    this.metadata = metadata;
    this.time = time;
    this.value = value;
    this.suffix = suffix;
  }

  /**
   * Returns the record that a processor is processing.
   *
   * @throws IllegalStateException if there is none, for example in a punctuator
   */
  public static SourceRecord of(
      ProcessingContext context, long timestamp, byte @Nullable [] value) {
    RecordMetadata metadata =
        context
            .recordMetadata()
            .orElseThrow(
                () -> new IllegalStateException("no record of a topic is being processed"));
    return new SourceRecord(metadata, Instant.ofEpochMilli(timestamp), value, "");
  }

  /**
   * Returns one of several parts of the record, for example one event of a pack.
   *
   * @param index number of the part
   * @param part its bytes
   */
  public SourceRecord part(int index, byte @Nullable [] part) {
    return new SourceRecord(metadata, time, part, "-" + index);
  }

  /** Name of the source topic. */
  public String topic() {
    return metadata.topic();
  }

  /** Offset in the source partition. */
  public long offset() {
    return metadata.offset();
  }

  /** Timestamp of the record. */
  public Instant time() {
    return time;
  }

  /** The bytes of the value, not a copy, null for a tombstone. */
  public byte @Nullable [] value() {
    return value;
  }

  /**
   * Returns the rejection of this record for {@code rejected-events}. Its id is the position of the
   * record or part, so a record that is processed again gives the same rejection.
   *
   * @param subject id of the site or poll, null if unknown
   * @param day local day of the site, null if unknown
   */
  public RejectedEvent reject(
      @Nullable String subject, @Nullable LocalDate day, Reason reason, Instant received) {
    String id = metadata.topic() + "-" + metadata.partition() + "-" + metadata.offset() + suffix;
    String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
    return new RejectedEvent(
        RejectedEvent.VERSION, id, metadata.topic(), subject, day, reason, received, text);
  }
}
