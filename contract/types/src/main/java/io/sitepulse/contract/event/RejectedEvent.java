package io.sitepulse.contract.event;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that was answered 202 and may not be counted, with its reason.
 *
 * @param v schema version, 1
 * @param id names the rejection: topic, partition and offset it came from, so that a repeated
 *     hand-over is the same rejection
 * @param topic the topic it came from
 * @param subject the site or poll it was for; null if it could not be read
 * @param day the site's local day it was for; null if it has none
 * @param reason why
 * @param received when the collector took it; the record's time if it could not be read
 * @param event the event as it came (JSON text), at most {@value #EVENT_LIMIT} characters of it
 */
public record RejectedEvent(
    int v,
    String id,
    String topic,
    @Nullable String subject,
    @Nullable LocalDate day,
    Reason reason,
    Instant received,
    String event) {
  public static final int VERSION = 1;
  public static final int EVENT_LIMIT = 16_384;

  public RejectedEvent {
    Require.text(id, 200, "id");
    Require.text(topic, 200, "topic");
    Require.present(reason, "reason");
    Require.present(received, "received");
    Require.present(event, "event");
    event = event.length() > EVENT_LIMIT ? event.substring(0, EVENT_LIMIT) : event;
  }
}
