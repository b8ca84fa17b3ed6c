package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The progress of targets equals a plain recount of the events in every response that shows it. */
class TargetProgressIT {
  private static final long PLAN = 1000;
  private static final List<String> PERIODS =
      List.of(
          "2025", "2025-H1", "2025-H2", "2025-Q4", "2025-10", "2025-11", "2026", "2026-H2",
          "2026-Q4", "2026-10", "2026-11", "2026-12", "2027");

  private static ReportsTester pulse;

  @BeforeAll
  static void start() {
    pulse = ReportsTester.start();
    for (String scope : scopes()) {
      for (String period : PERIODS) {
        for (Metric metric : Metric.values()) {
          var target = target(scope, period, metric);
          pulse.dashboard.targets.put(target.id(), target);
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    pulse.close();
  }

  @BeforeEach
  void atTheMoment() {
    pulse.dashboard.clock.set(Portals.NOW);
  }

  @Test
  void targetProgressEqualsTheRecount() throws Exception {
    JsonNode targets = pulse.get("/targets");
    assertThat(targets).hasSize(scopes().size() * PERIODS.size() * Metric.values().length);
    var actual = new HashSet<Long>();
    for (JsonNode told : targets) {
      holds(told);
      actual.add(told.path("actual").longValue());
    }
    assertThat(actual).hasSizeGreaterThan(50);
  }

  @Test
  void reportsAndTheOverviewHaveTheSameTargetProgress() throws Exception {
    for (String scope : scopes()) {
      for (String period : PERIODS) {
        var request = new ReportRequest(scope, period, Comparison.NONE, Map.of());
        JsonNode told = pulse.get("/reports/summary?" + request.query()).path("target");
        assertThat(told.path("period").asText()).isEqualTo(period);
        holds(told);
      }
    }
    JsonNode overview = pulse.get("/overview");
    Stream.of("sites", "groups").forEach(lines -> overview.path(lines).forEach(this::lineHolds));
    lineHolds(overview.path("all"));
  }

  @Test
  void aReportOfAPartOfTheTargetsPeriodCountsUntilItsEnd() throws Exception {
    var reached = new HashSet<Long>();
    for (String scope : scopes()) {
      var week = new ReportRequest(scope, "2026-W42", Comparison.NONE, Map.of());
      JsonNode told = pulse.get("/reports/summary?" + week.query()).path("target");
      assertThat(told.path("period").asText()).isEqualTo("2026-10");
      assertThat(told.path("until").asText()).isEqualTo("2026-10-18");

      var days = new ReportRequest(scope, "2026-10-01..2026-10-18", Comparison.NONE, Map.of());
      var target = pulse.dashboard.targets.get(told.path("id").asText()).orElseThrow();
      long expected = target.metric().of(sums(days, NaiveReports.members(days)));
      assertThat(told.path("actual").longValue()).as(scope).isEqualTo(expected);
      reached.add(expected);
    }
    assertThat(reached).hasSizeGreaterThan(3);
  }

  @Test
  void aSuccessorsTargetsIncludeThePredecessorFromTheTakeoverOn() throws Exception {
    long own = recount("site:d.gov.vn", "2025-Q4", Set.of("d.gov.vn")).visits();
    long both = recount("site:d.gov.vn", "2025-Q4", Set.of("d.gov.vn", "e.gov.vn")).visits();
    assertThat(both).isGreaterThan(own);
    String id = id("site:d.gov.vn", "2025-Q4", Metric.VISITS);

    pulse.dashboard.clock.set(Instant.parse("2026-04-30T16:59:00Z"));
    assertThat(actual(id)).isEqualTo(own);
    pulse.dashboard.clock.set(Instant.parse("2026-04-30T17:01:00Z"));
    assertThat(actual(id)).isEqualTo(both);
    assertThat(actual(id("site:e.gov.vn", "2025-Q4", Metric.VISITS))).isEqualTo(both - own);
  }

  private void lineHolds(JsonNode line) {
    assertThat(line.path("target").isObject()).isTrue();
    holds(line.path("target"));
  }

  private static void holds(JsonNode told) {
    var target = pulse.dashboard.targets.get(told.path("id").asText()).orElseThrow();
    long reached = target.metric().of(recount(target));
    assertThat(told.path("actual").longValue()).as(target.id()).isEqualTo(reached);
    assertThat(told.path("share").doubleValue()).isEqualTo((double) reached / PLAN);
  }

  private static long actual(String id) throws Exception {
    for (JsonNode told : pulse.get("/targets")) {
      if (told.path("id").asText().equals(id)) {
        return told.path("actual").longValue();
      }
    }
    throw new AssertionError("no target " + id);
  }

  private static DaySums recount(Target target) {
    String scope = target.scope().toString();
    String period = target.period().toString();
    var request = new ReportRequest(scope, period, Comparison.NONE, Map.of());
    return sums(request, NaiveReports.members(request));
  }

  private static DaySums recount(String scope, String period, Set<String> sites) {
    var request = new ReportRequest(scope, period, Comparison.NONE, Map.of());
    return sums(request, Portals.SITES.stream().filter(site -> sites.contains(site.id())).toList());
  }

  private static DaySums sums(ReportRequest request, List<Site> sites) {
    var naive = new NaiveReports(pulse.portals);
    return NaiveFigures.sums(naive.events(request, sites, request.period(), false));
  }

  private static List<String> scopes() {
    var sites = Portals.SITES.stream().map(site -> "site:" + site.id());
    return Stream.concat(Stream.of("all", "group:so", "group:xa"), sites).toList();
  }

  private static Target target(String scope, String period, Metric metric) {
    return new Target(
        Target.VERSION,
        id(scope, period, metric),
        Scope.parse(scope),
        metric,
        Period.parse(period),
        PLAN,
        null,
        "test");
  }

  private static String id(String scope, String period, Metric metric) {
    return String.join("-", scope, period, metric.label())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "-");
  }
}
