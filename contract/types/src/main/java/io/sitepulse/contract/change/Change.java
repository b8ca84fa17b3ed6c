package io.sitepulse.contract.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed something.
 *
 * @param v schema version, 1
 * @param id of this change
 * @param at when
 * @param by account id, or {@code seed}, {@code setup}, {@code command}
 * @param byName name of that account then
 * @param action what was done, e.g. {@code site.update}, {@code session.begin}
 * @param subject id of what it was done to
 * @param before what was, without secrets; null if there was nothing
 * @param after what is, without secrets; null if it is gone
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
