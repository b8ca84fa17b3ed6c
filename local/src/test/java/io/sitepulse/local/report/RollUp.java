package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Fills the rollups. */
final class RollUp {
  private static final List<String> DIMENSIONS =
      List.of("page", "entry", "source", "device", "browser", "system", "country", "language");

  private record Key(LocalDate day, String dimension, String value) {}

  private RollUp() {}

  static void all(Jdbi jdbi, Portals portals) {
    var rows = new ArrayList<List<Object>>();
    portals.counted.forEach((site, events) -> rows.addAll(rows(site, events)));
    new ReportTables(jdbi)
        .insert(
            "INSERT INTO sitepulse.dimension_days (site, day, dimension, value, title, views,"
                + " visits, visitors, engaged_ms, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
                    .replace(", 1)", ", '2026-11-02 00:00:00')"),
            rows);
  }

  private static List<List<Object>> rows(String site, List<Counted> events) {
    var byKey = new HashMap<Key, List<Counted>>();
    var byDay = new HashMap<LocalDate, List<Counted>>();
    for (Counted event : events) {
      if (event.isRobots()) {
        add(byKey, new Key(event.day(), "bot", event.value("bot")), event);
        continue;
      }
      byDay.computeIfAbsent(event.day(), none -> new ArrayList<>()).add(event);
      for (String dimension : DIMENSIONS) {
        String value = event.value(dimension);
        if (value != null) {
          add(byKey, new Key(event.day(), dimension, value), event);
        }
      }
    }
    var rows = new ArrayList<List<Object>>();
    byKey.forEach(
        (key, some) -> rows.add(row(site, key, title(key, some), NaiveFigures.sums(some))));
    byDay.forEach(
        (day, some) ->
            NaiveFigures.hours(some)
                .forEach(
                    (hour, sums) ->
                        rows.add(
                            row(
                                site,
                                new Key(day, "hour", String.format("%02d", hour)),
                                "",
                                sums))));
    return rows;
  }

  private static void add(Map<Key, List<Counted>> byKey, Key key, Counted event) {
    byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(event);
  }

  private static String title(Key key, List<Counted> events) {
    return !key.dimension().equals("page")
        ? ""
        : events.stream()
            .filter(event -> event.isView() && !event.seen().title().isEmpty())
            .max(Comparator.comparing(event -> event.delivered().at()))
            .map(event -> event.seen().title())
            .orElse("");
  }

  private static List<Object> row(String site, Key key, String title, DaySums sums) {
    return List.of(
        site,
        key.day(),
        key.dimension(),
        key.value(),
        title,
        sums.views(),
        sums.visits(),
        sums.visitors(),
        sums.engagedMs());
  }
}
