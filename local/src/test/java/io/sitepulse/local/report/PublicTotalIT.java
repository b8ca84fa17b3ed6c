package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public total is its baseline and its days, recounted from a real ClickHouse. */
class PublicTotalIT {
  private static final Baseline WRONG =
      new Baseline(10, 20, 30, LocalDate.of(2025, 1, 31), "Bộ đếm cũ", "Nguyễn An");
  private static final Baseline RIGHT =
      new Baseline(1000, 2000, 3000, LocalDate.of(2025, 1, 31), "Bộ đếm cũ", "Trần Bình");

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static ReportsTester pulse;

  @BeforeAll
  static void start() {
    pulse = ReportsTester.start();
    Site site = pulse.dashboard.sites.get("d.gov.vn").orElseThrow();
    pulse.dashboard.sites.put(site.id(), site.toBuilder().baseline(RIGHT).build());
    change("site.register", "null", json(WRONG), Instant.parse("2026-02-01T00:00:00Z"), "An");
    change("site.update", json(WRONG), json(WRONG), Instant.parse("2026-02-02T00:00:00Z"), "An");
    change(
        "site.baseline", json(WRONG), json(RIGHT), Instant.parse("2026-02-03T00:00:00Z"), "Bình");
  }

  @AfterAll
  static void stop() {
    pulse.close();
  }

  @Test
  void isTheBaselineAndAllDaysOfASiteAndItsPredecessor() throws Exception {
    JsonNode total = pulse.get("/sites/d.gov.vn/total");

    assertThat(total.path("proof").asText()).isEqualTo("equal");
    DaySums days = days("d.gov.vn").plus(days("e.gov.vn"));
    assertThat(total.path("shown").path("views").asLong()).isEqualTo(days.views() + 1000);
    assertThat(total.path("shown").path("visits").asLong()).isEqualTo(days.visits() + 2000);
    assertThat(total.path("shown").path("visitors").asLong()).isEqualTo(days.visitors() + 3000);
    assertThat(total.path("sites").findValuesAsText("site"))
        .containsExactly("d.gov.vn", "e.gov.vn");
    JsonNode parts = total.path("sites").get(0);
    assertThat(
            parts.path("counted").path("sums").path("visits").asLong()
                + parts.path("today").path("visits").asLong())
        .isEqualTo(days("d.gov.vn").visits());
    assertThat(parts.path("counted").path("first").asText())
        .isEqualTo(Objects.toString(pulse.portals.days.get("d.gov.vn").keySet().iterator().next()));
    assertThat(total.has("eventDays")).isFalse();
  }

  @Test
  void isTheNumberThatVisitorsSee() throws Exception {
    JsonNode total = pulse.get("/sites/d.gov.vn/total");
    String shown = pulse.dashboard.get("/api/sites/d.gov.vn/counters").body();
    assertThat(shown)
        .contains("\"total\":{\"views\":" + total.path("shown").path("views").asLong());
    JsonNode line = pulse.get("/overview").path("sites").get(3);
    assertThat(line.path("id").asText()).isEqualTo("d.gov.vn");
    assertThat(line.path("total").path("visits")).isEqualTo(total.path("shown").path("visits"));
    assertThat(line.path("baseline").path("visits").asLong()).isEqualTo(2000);
  }

  @Test
  void tellsWhoEnteredAndCorrectedTheBaseline() throws Exception {
    JsonNode corrections =
        pulse.get("/sites/d.gov.vn/total").path("sites").get(0).path("corrections");

    assertThat(corrections.findValuesAsText("by")).containsExactly("An", "Bình");
    assertThat(corrections.get(0).has("before")).isFalse();
    assertThat(corrections.get(1).path("before").path("visits").asLong()).isEqualTo(20);
    assertThat(corrections.get(1).path("after").path("visits").asLong()).isEqualTo(2000);
  }

  @Test
  void aReviewStatesItAsOfTheEndOfItsPeriod() throws Exception {
    JsonNode total = pulse.get("/sites/d.gov.vn/total").path("shown");
    String year = String.valueOf(site("d.gov.vn").dayAt(Portals.NOW).getYear());
    JsonNode running = tables("scope=site:d.gov.vn&period=" + year).get(1);
    assertThat(running.path("rows").get(0).get(3)).isEqualTo(total.path("visits"));
    assertThat(running.path("rows").get(1).get(3)).isEqualTo(total.path("views"));
    assertThat(running.path("rows").get(2).get(3)).isEqualTo(total.path("visitors"));

    LocalDate end = site("d.gov.vn").dayAt(Portals.NOW).minusDays(3);
    long visits =
        Stream.of("d.gov.vn", "e.gov.vn")
            .flatMap(id -> pulse.portals.days.get(id).entrySet().stream())
            .filter(day -> !day.getKey().isAfter(end))
            .mapToLong(day -> day.getValue().visits())
            .sum();
    JsonNode past = tables("scope=site:d.gov.vn&period=" + end);
    assertThat(past.get(1).path("rows").get(0).get(1).asLong()).isEqualTo(2000);
    assertThat(past.get(1).path("rows").get(0).get(2).asLong()).isEqualTo(visits);
    assertThat(past.get(1).path("rows").get(0).get(3).asLong()).isEqualTo(visits + 2000);
    assertThat(past.get(2).path("rows"))
        .extracting(row -> row.get(2).asText(), row -> row.get(4).asLong())
        .containsExactly(tuple("An", 20L), tuple("Bình", 2000L));

    // The old counter ends after this day, so its number was not shown yet.
    JsonNode before = tables("scope=site:d.gov.vn&period=2025-01-30").get(1);
    assertThat(before.path("rows").get(0).get(1).asLong()).isZero();
  }

  @Test
  void theOverviewAndItsFilesListEveryCorrection() throws Exception {
    JsonNode changes = pulse.get("/overview").path("baselineChanges");
    assertThat(changes.findValuesAsText("by")).containsExactly("An", "Bình");
    assertThat(changes.get(1).path("before").path("visits").asLong()).isEqualTo(20);
    assertThat(changes.get(1).path("after").path("visits").asLong()).isEqualTo(2000);
    assertThat(changes.get(1).path("site").asText()).isEqualTo("d.gov.vn");
    var file = pulse.ask("/overview?format=xlsx&language=vi");
    assertThat(file.statusCode()).isEqualTo(200);
  }

  private static JsonNode tables(String query) throws Exception {
    return pulse.get("/review?" + query).path("sections").get(0).path("sheets");
  }

  @Test
  void recountsRecentDaysFromTheirEvents() throws Exception {
    JsonNode days = pulse.get("/sites/a.gov.vn/total?events=true").path("eventDays");

    assertThat(days).hasSize(7);
    assertThat(days)
        .allSatisfy(day -> assertThat(day.path("events")).isEqualTo(day.path("counted")));
    assertThat(days.get(0).path("events").path("views").asLong()).isPositive();
  }

  @Test
  void tellsADayThatTheStoreDoesNotHaveYet() throws Exception {
    LocalDate yesterday = site("b.example").dayAt(Portals.NOW).minusDays(1);
    tamper("b.example", yesterday, 1);
    JsonNode total = pulse.get("/sites/b.example/total");

    assertThat(total.path("proof").asText()).isEqualTo("store-behind");
    assertThat(total.path("unequalDays").findValuesAsText("day"))
        .containsExactly(yesterday.toString());
    assertThat(total.path("difference").path("views").asLong()).isEqualTo(1);
  }

  @Test
  void doesNotExplainAnOldDayAwayThatWasChanged() throws Exception {
    LocalDate old = pulse.portals.days.get("f.example").keySet().iterator().next();
    tamper("f.example", old, 1);
    JsonNode total = pulse.get("/sites/f.example/total");

    assertThat(total.path("proof").asText()).isEqualTo("unexplained");
    assertThat(total.path("unequalDays")).isEmpty();
    assertThat(total.path("difference").path("views").asLong()).isEqualTo(1);
  }

  @Test
  void tellsWhatWasImported() throws Exception {
    LocalDate first = pulse.portals.days.get("c.example").keySet().iterator().next();
    DaySums day = pulse.portals.days.get("c.example").get(first);
    pulse.tables.insert(
        "INSERT INTO sitepulse.imported_days (site, day, views, visits, visitors, source, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        List.of(List.of("c.example", first, day.views(), 1, 1, "Bộ đếm cũ", 1)));
    JsonNode parts = pulse.get("/sites/c.example/total").path("sites").get(0);

    assertThat(parts.path("imported").path("days").asLong()).isEqualTo(1);
    assertThat(parts.path("imported").path("sums").path("views").asLong()).isEqualTo(day.views());
    assertThat(parts.path("difference").path("views").asLong()).isZero();
    assertThat(
            parts.path("imported").path("sums").path("views").asLong()
                + parts.path("counted").path("sums").path("views").asLong()
                + parts.path("today").path("views").asLong())
        .isEqualTo(days("c.example").views());
  }

  @Test
  void leavesAsAFileWithItsParts() throws Exception {
    JsonNode total = pulse.get("/sites/d.gov.vn/total");
    String csv = pulse.ask("/sites/d.gov.vn/total?format=csv&language=vi").body();

    assertThat(csv.lines()).hasSize(1 + 2 * 4 + 2);
    assertThat(csv).contains("Số ban đầu", "Các ngày đã đếm", "2000;1000;3000");
    assertThat(csv.lines().toList().get(10))
        .contains("Số công khai đang hiển thị", total.path("shown").path("visits").asText());
    assertThat(pulse.ask("/sites/d.gov.vn/total?format=xlsx").statusCode()).isEqualTo(200);
  }

  private static Site site(String id) {
    return pulse.dashboard.sites.get(id).orElseThrow();
  }

  private static DaySums days(String site) {
    return pulse.portals.days.get(site).values().stream().reduce(DaySums.ZERO, DaySums::plus);
  }

  /** Stores a day with fewer views than were counted. */
  private static void tamper(String site, LocalDate day, long fewer) {
    DaySums known = Objects.requireNonNull(pulse.portals.days.get(site).get(day));
    var less =
        new DaySums(known.views() - fewer, known.visits(), known.visitors(), known.engagedMs());
    new ReportTables(pulse.tables)
        .days(
            site,
            Map.of(day, less),
            Map.of(day, Objects.requireNonNull(pulse.portals.ledgers.get(site).get(day))),
            3);
  }

  private static String json(Baseline baseline) {
    return ("{\"views\":%d,\"visits\":%d,\"visitors\":%d,\"asOf\":\"%s\",\"source\":\"%s\","
            + "\"enteredBy\":\"%s\"}")
        .formatted(
            baseline.views(),
            baseline.visits(),
            baseline.visitors(),
            baseline.asOf(),
            baseline.source(),
            baseline.enteredBy());
  }

  /** As the sink writes it. */
  private static void change(String action, String before, String after, Instant at, String by) {
    String text = "{\"id\":\"d.gov.vn\",\"baseline\":%s}";
    pulse.tables.insert(
        "INSERT INTO sitepulse.changes (id, at, actor, actor_name, action, subject, before, after)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            List.of(
                UUID.randomUUID(),
                at.toEpochMilli(),
                by,
                by,
                action,
                "d.gov.vn",
                action.equals("site.register") ? "" : text.formatted(before),
                text.formatted(after))));
  }
}
