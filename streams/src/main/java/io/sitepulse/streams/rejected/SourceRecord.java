package io.sitepulse.streams.rejected;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A record as it came, and from where. */
public final class SourceRecord {
  private final RecordMetadata from;
  private final Instant time;
  private final byte @Nullable [] value;

  private SourceRecord(RecordMetadata from, Instant time, byte @Nullable [] value) {
    this.from = from;
    this.time = time;
    this.value = value;
  }

  /**
   * The record a processor is at.
   *
   * @throws IllegalStateException if it is at none (called by a punctuator)
   */
  public static SourceRecord of(
      ProcessingContext context, long timestamp, byte @Nullable [] value) {
    RecordMetadata from =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("not at a record of a topic"));
    return new SourceRecord(from, Instant.ofEpochMilli(timestamp), value);
  }

  /** The topic it was read from. */
  public String topic() {
    return from.topic();
  }

  /** Its offset there. */
  public long offset() {
    return from.offset();
  }

  /** The record's own time. */
  public Instant time() {
    return time;
  }

  /** Its bytes, not a copy; null if it has none. */
  public byte @Nullable [] value() {
    return value;
  }

  /**
   * The record as it is kept in {@code rejected-events}. Its id is where it came from, so that a
   * repeated hand-over is the same rejection.
   *
   * @param subject the site or poll it was for, or null
   * @param day the site's local day it was for, or null
   */
  public RejectedEvent reject(
      @Nullable String subject, @Nullable LocalDate day, Reason reason, Instant received) {
    String id = from.topic() + "-" + from.partition() + "-" + from.offset();
    String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
    return new RejectedEvent(
        RejectedEvent.VERSION, id, from.topic(), subject, day, reason, received, text);
  }
}
