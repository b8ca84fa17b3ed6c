package io.sitepulse.dashboard.admin.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.dashboard.admin.change.ChangesResponse.Change;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the change log from ClickHouse, which is some seconds behind Kafka. */
final class ChangeQueries {
  private final ClickHouseQueryRunner clickHouseQueryRunner;

  ChangeQueries(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /**
   * Selects changes.
   *
   * @param subject id of what was changed, empty for all
   * @param by account id of the author, empty for all
   * @param kind first part of the action such as {@code site}, empty for all
   * @param from first instant
   * @param until end, exclusive
   */
  record Filter(String subject, String by, String kind, Instant from, Instant until) {}

  /** Returns the latest changes before a position. */
  Future<ChangesResponse> before(ChangeCursor cursor, Filter filter, int limit) {
    return clickHouseQueryRunner
        .list(
            ChangeQueries.class,
            "changes.sql",
            query ->
                query
                    .bind("at", cursor.at())
                    .bind("id", cursor.id())
                    .bind("subject", filter.subject())
                    .bind("by", filter.by())
                    .bind("kind", filter.kind())
                    .bind("from", filter.from())
                    .bind("until", filter.until())
                    .bind("limit", limit + 1),
            (row, context) -> change(row))
        .map(found -> page(found, limit));
  }

  private static ChangesResponse page(List<Change> found, int limit) {
    if (found.size() <= limit) {
      return new ChangesResponse(found, null);
    }
    Change last = found.get(limit - 1);
    return new ChangesResponse(
        found.subList(0, limit), new ChangeCursor(last.at(), last.id()).toString());
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getObject("id", UUID.class),
        row.getObject("at", Instant.class),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("subject"),
        json(row.getString("before")),
        json(row.getString("after")));
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return text.isEmpty() ? null : Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change in ClickHouse is not JSON", e);
    }
  }
}
