package io.sitepulse.dashboard.admin.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log as ClickHouse has it, some seconds behind. */
final class ChangeLog {
  private final ClickHouseQueryRunner clickHouseQueryRunner;

  /** One change. */
  record Entry(
      UUID id,
      Instant at,
      String by,
      String byName,
      String action,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}

  /**
   * Some changes.
   *
   * @param next where to go on; null: there are no more
   */
  record Page(List<Entry> changes, @Nullable String next) {}

  ChangeLog(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /**
   * The latest changes before a place.
   *
   * @param subject of which; empty: any
   * @param by whose; empty: anybody's
   */
  Future<Page> before(ChangeCursor changeCursor, String subject, String by, int limit) {
    return clickHouseQueryRunner
        .list(
            ChangeLog.class,
            "changes.sql",
            query ->
                query
                    .bind("at", changeCursor.at())
                    .bind("id", changeCursor.id())
                    .bind("subject", subject)
                    .bind("by", by)
                    .bind("limit", limit + 1),
            (row, context) -> entry(row))
        .map(found -> page(found, limit));
  }

  private static Page page(List<Entry> found, int limit) {
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    Entry last = found.get(limit - 1);
    return new Page(found.subList(0, limit), new ChangeCursor(last.at(), last.id()).toString());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
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
