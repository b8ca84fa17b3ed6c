package io.sitepulse.contract.event;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that was acknowledged with 202 but could not be counted.
 *
 * @param v schema version, 1
 * @param id topic, partition and offset of the source record, so that processing it again results
 *     in the same rejection
 * @param topic topic of the source record
 * @param subject id of the site or poll, or null if it could not be read
 * @param day site's local day, or null if it is unknown
 * @param reason reason of the rejection
 * @param received instant of receipt, or the record's time if it could not be read
 * @param event event as received (JSON text), cut after {@value #EVENT_LIMIT} characters
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
