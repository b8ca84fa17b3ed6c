package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.local.Scratch;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons around 29 February and week 53 add up, with a real ClickHouse. */
class CalendarIT {
  private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
  private static final LocalDate LAST = LocalDate.parse("2025-12-31");

  private static Scratch scratch;
  private static Tables tables;
  private static DashboardTester dashboard;
  private static Manager manager;

  @BeforeAll
  static void start() throws Exception {
    scratch = Scratch.of("calendar");
    tables = Tables.start(scratch.folder());
    var rows = new ArrayList<List<Object>>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      long n = visits(day);
      rows.add(
          List.of("demo", day, n, n, n, 0L, n, n, 0L, 0L, 0L, Map.of(), 0L, 1_763_700_000_000L, 1));
    }
    tables.insert(
        "INSERT INTO sitepulse.site_days (site, day, views, visits, visitors, engaged_ms, received,"
            + " counted_views, counted_heartbeats, duplicates, bots, rejected, merged_visits,"
            + " as_of, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    dashboard = DashboardTester.over(tables.jdbi());
    dashboard.sites.put("demo", Site.of("demo", Site.DEFAULT_ZONE));
    dashboard.clock.set(Instant.parse("2026-11-21T05:00:00Z"));
    manager = Manager.administrator(dashboard);
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    tables.close();
    scratch.close();
  }

  /** Another number for each day, so that no other days have the same sum. */
  private static long visits(LocalDate day) {
    long n = day.toEpochDay() - FIRST.toEpochDay();
    return 1_000 + n * n % 7_919;
  }

  private static long visits(String from, String to) {
    return LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .mapToLong(CalendarIT::visits)
        .sum();
  }

  /** The sink has written nothing of November, and the counters have its last days. */
  @Test
  void recentDaysAreRightWhileTheSinkIsBehind() throws Exception {
    var counters = SiteCounters.none("demo");
    for (int back = 1; back <= 3; back++) {
      LocalDate day = LocalDate.parse("2026-11-21").minusDays(back);
      var sums = new DaySums(20L * back, 10L * back, back, 0);
      counters = counters.exchange(day, DaySums.ZERO, sums, dashboard.clock.instant());
    }
    dashboard.counters.put("demo", counters);
    String query = "?scope=site:demo&compare=none&period=2026-11";
    assertThat(get("/reports/summary" + query).path("now").path("visits").asLong()).isEqualTo(60);
    JsonNode points = get("/reports/course" + query).path("points");
    assertThat(points.path(19).path("visits").asLong()).isEqualTo(10);
    assertThat(points.path(17).path("visits").asLong()).isEqualTo(30);
    JsonNode bySite = get("/reports/breakdown" + query + "&dimension=site");
    assertThat(bySite.path("totals").path("views").asLong()).isEqualTo(120);
    JsonNode spark = get("/overview").path("sites").path(0).path("spark");
    assertThat(spark.path(28).asLong()).isEqualTo(10);
    assertThat(spark.path(26).asLong()).isEqualTo(30);
  }

  /** 396 days touch 13 months, and the 396 days before them 14. */
  @Test
  void noComparedMonthIsLost() throws Exception {
    String query = "?scope=site:demo&compare=previous&period=2023-03-01..2024-03-30";
    JsonNode course = get("/reports/course" + query);
    assertThat(course.path("points").size()).isEqualTo(13);
    long then = 0;
    for (JsonNode point : course.path("points")) {
      then += point.path("before").path("visits").asLong();
    }
    for (JsonNode rest : course.path("unmatched")) {
      then += rest.path("visits").asLong();
    }
    assertThat(then).isEqualTo(visits("2022-01-29", "2023-02-28"));
    assertThat(get("/reports/summary" + query).path("before").path("visits").asLong())
        .isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02, 2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
    "2025-02-01..2025-02-28, 2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
    "2024-02, 2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28",
    "2024-02-27..2024-03-02, 2024-02-27, 2024-03-02, 2023-02-27, 2023-03-02",
    "2025-02-27..2025-03-02, 2025-02-27, 2025-03-02, 2024-02-27, 2024-03-02",
    "2024-02-29..2024-03-02, 2024-02-29, 2024-03-02, 2023-03-01, 2023-03-02",
    "2020-W53, 2020-12-28, 2021-01-03, 2019-12-30, 2020-01-05",
    "2021-W10, 2021-03-08, 2021-03-14, 2020-03-09, 2020-03-15",
    "2025-Q1, 2025-01-01, 2025-03-31, 2024-01-01, 2024-03-31",
    "2025, 2025-01-01, 2025-12-31, 2024-01-01, 2024-12-31",
    "2024, 2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31",
    "2023-01-01..2024-12-31, 2023-01-01, 2024-12-31, 2022-01-01, 2023-12-31",
  })
  void theDaysStandBesideThoseOfTheRules(
      String period, String from, String to, String beforeFrom, String beforeTo) throws Exception {
    String query = "?scope=site:demo&compare=year&period=" + period;
    JsonNode summary = get("/reports/summary" + query);
    assertThat(summary.path("now").path("visits").asLong()).isEqualTo(visits(from, to));
    long before = visits(beforeFrom, beforeTo);
    assertThat(summary.path("before").path("visits").asLong()).isEqualTo(before);
    JsonNode course = get("/reports/course" + query);
    long now = 0;
    long then = 0;
    for (JsonNode point : course.path("points")) {
      now += point.path("visits").asLong();
      then += point.path("before").path("visits").asLong();
    }
    for (JsonNode rest : course.path("unmatched")) {
      then += rest.path("visits").asLong();
    }
    assertThat(now).isEqualTo(visits(from, to));
    assertThat(then).isEqualTo(before);
    String csv = manager.get("/reports/course" + query + "&format=csv").body();
    assertThat(column(csv, 1)).isEqualTo(now);
    assertThat(column(csv, 6)).isEqualTo(before);
    JsonNode months = sheet(get("/review" + query), "months");
    if (!months.isMissingNode()) {
      assertThat(sumOf(months, "visits")).isEqualTo(now);
      assertThat(sumOf(months, "visitsBefore")).isEqualTo(before);
    }
  }

  @Test
  void aSingle29FebruaryHasNoCounterpart() throws Exception {
    String query = "?scope=site:demo&compare=year&period=2024-02-29";
    JsonNode summary = get("/reports/summary" + query);
    assertThat(summary.path("compared").isNull()).isTrue();
    assertThat(summary.path("before").isNull()).isTrue();
    assertThat(get("/review" + query).path("subtitle").asText()).doesNotContain("So với");
  }

  private static long column(String csv, int index) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(";", -1)[index])
        .filter(cell -> !cell.isEmpty())
        .mapToLong(Long::parseLong)
        .sum();
  }

  private static JsonNode get(String path) throws Exception {
    var answer = manager.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode sheet(JsonNode review, String id) {
    for (JsonNode section : review.path("sections")) {
      for (JsonNode sheet : section.path("sheets")) {
        if (sheet.path("id").asText().equals(id)) {
          return sheet;
        }
      }
    }
    return Json.MAPPER.missingNode();
  }

  private static long sumOf(JsonNode sheet, String column) {
    int index = sheet.path("columns").findValuesAsText("id").indexOf(column);
    long sum = 0;
    for (JsonNode row : sheet.path("rows")) {
      sum += row.path(index).asLong();
    }
    return sum;
  }
}
