package io.sitepulse.dashboard.admin.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the change log.
 *
 * @param next {@link ChangeCursor} of the next page, null on the last one
 */
record ChangesResponse(List<Change> changes, @Nullable String next) {

  /**
   * A change of a definition.
   *
   * @param by account id of the author
   * @param subject id of what was changed
   */
  record Change(
      UUID id,
      Instant at,
      String by,
      String byName,
      String action,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}
}
