package io.sitepulse.dashboard.total;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.total.PublicTotal.Correction;
import io.sitepulse.dashboard.total.PublicTotal.Days;
import io.sitepulse.dashboard.total.PublicTotal.EventDay;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads days, events and changes of the baseline of a site from ClickHouse. */
final class TotalQueries {
  private final ClickHouseQueryRunner clickHouseQueryRunner;

  TotalQueries(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /**
   * TotalSums of all closed days.
   *
   * @param counted without what was imported
   */
  record ClosedDays(Days imported, Days counted) {}

  /** TotalSums the days before {@code today}. */
  Future<ClosedDays> closedDays(Site site, LocalDate today) {
    return clickHouseQueryRunner
        .list(
            TotalQueries.class,
            "closed_days.sql",
            query -> query.bind("site", site.id()).bind("today", today),
            (row, c) -> new ClosedDays(days(row, "imported_"), days(row, "counted_")))
        .map(rows -> rows.get(0));
  }

  /** The sums of each day from {@code from} until before {@code today}. */
  Future<Map<LocalDate, TotalSums>> storedDays(Site site, LocalDate from, LocalDate today) {
    return clickHouseQueryRunner
        .list(
            TotalQueries.class,
            "stored_days.sql",
            query -> query.bind("site", site.id()).bind("from", from).bind("today", today),
            (row, c) -> Map.entry(row.getObject("day", LocalDate.class), sums(row, "")))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The changes of the baseline, the oldest first. */
  Future<List<Correction>> corrections(Site site) {
    return clickHouseQueryRunner.list(
        TotalQueries.class,
        "corrections.sql",
        query -> query.bindList("sites", List.of(site.id())),
        (row, c) ->
            new Correction(
                row.getObject("at", Instant.class),
                row.getString("actor_name"),
                baseline(row.getString("baseline_before")),
                baseline(row.getString("baseline_after"))));
  }

  /** Recounts days from their events. */
  Future<List<EventDay>> eventDays(Site site, LocalDate from, LocalDate to) {
    return clickHouseQueryRunner.list(
        TotalQueries.class,
        "event_days.sql",
        query -> VisitQueryParameters.bind(query, site, from, to),
        (row, c) ->
            new EventDay(
                site.id(),
                row.getObject("day", LocalDate.class),
                sums(row, "counted_"),
                sums(row, "event_")));
  }

  private static Days days(ResultSet row, String prefix) throws SQLException {
    long days = row.getLong(prefix + "days");
    return days == 0
        ? Days.NONE
        : new Days(
            days,
            row.getObject(prefix + "first", LocalDate.class),
            row.getObject(prefix + "last", LocalDate.class),
            sums(row, prefix));
  }

  private static TotalSums sums(ResultSet row, String prefix) throws SQLException {
    return new TotalSums(
        row.getLong(prefix + "views"),
        row.getLong(prefix + "visits"),
        row.getLong(prefix + "visitors"));
  }

  private static @Nullable Baseline baseline(String json) {
    try {
      return json.isEmpty() ? null : Json.MAPPER.readValue(json, Baseline.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a baseline in the change log is not JSON", e);
    }
  }
}
