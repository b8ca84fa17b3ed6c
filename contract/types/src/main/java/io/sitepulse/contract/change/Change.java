package io.sitepulse.contract.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param v schema version, 1
 * @param id id of this change
 * @param at instant of the change
 * @param by account id, or {@code seed}, {@code setup}, {@code command}
 * @param byName name of that account at that time
 * @param action action, e.g. {@code site.update}, {@code session.begin}
 * @param subject id of the changed object
 * @param before state before the change without secrets, or null if the object is new
 * @param after state after the change without secrets, or null if the object was removed
 */
public record Change(
    int v,
    UUID id,
    Instant at,
    String by,
    String byName,
    String action,
    String subject,
    @Nullable JsonNode before,
    @Nullable JsonNode after) {
  public static final int VERSION = 1;

  public Change {
    Require.present(id, "id");
    Require.present(at, "at");
    Require.text(by, 64, "by");
    Require.text(byName, 200, "byName");
    Require.text(action, 64, "action");
    Require.text(subject, 200, "subject");
  }
}
