package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.period.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports ask sums of months while these have seen all of their days, and days otherwise. */
@ExtendWith(ReportsExtension.class)
class MonthRollupReportsIT {
  private static final Listed PAGES = new Listed("page", "views", "", 50, 0);
  private static final Listed SEARCHED = new Listed("page", "visits", "TIN", 3, 1);
  private static final Listed SOURCES = new Listed("source", "visitors", "", 50, 0);

  private static ReportsTester pulse;

  @BeforeAll
  static void start(ReportsTester shared) {
    pulse = shared;
  }

  @BeforeEach
  void summedUp() {
    pulse.dashboard.clock.set(Portals.NOW);
    withoutSums();
  }

  @AfterEach
  void withoutSums() {
    execute("TRUNCATE TABLE sitepulse.dimension_months");
    execute("TRUNCATE TABLE sitepulse.summed_months");
    later();
  }

  @Test
  void reportsEqualTheRecountWithNoneOrAllMonthRollups() throws Exception {
    allHold();
    sumUp("");
    allHold();
  }

  @Test
  void reportsEqualTheRecountWithSomeMonthRollups() throws Exception {
    sumUp(" AND site < 'c'");
    allHold();
    sumUp(" AND toStartOfMonth(day) != '2026-10-01'");
    allHold();
  }

  @Test
  void monthRollupsAreReadUnlessADayOfTheMonthIsNewer() throws Exception {
    sumUp("");
    // Six sites and their year: of fewer months the days are asked anyway.
    var request = new ReportRequest("all", "2025", Comparison.NONE, Map.of());
    execute(
        "INSERT INTO sitepulse.dimension_months (site, month, dimension, value, views, version)"
            + " VALUES ('a.gov.vn', '2025-11-01', 'page', '/only-in-the-sums', 99999, now64(6))");
    assertThat(pages(request).path(0).path("value").asText()).isEqualTo("/only-in-the-sums");

    execute(
        "INSERT INTO sitepulse.rolled_days (site, day, rolled, written)"
            + " SELECT site, day, rolled, now64(6) FROM sitepulse.rolled_days"
            + " WHERE site = 'a.gov.vn' AND day = '2025-11-04'");
    // What was asked a moment ago is believed for some seconds.
    later();
    holds(request, PAGES);
  }

  @Test
  void fewMonthsAreReadFromDayRollups() throws Exception {
    execute(
        "INSERT INTO sitepulse.dimension_months (site, month, dimension, value, views, version)"
            + " VALUES ('a.gov.vn', '2026-10-01', 'page', '/only-in-the-sums', 99999, now64(6))");
    sumUp("");
    holds(new ReportRequest("all", "2026-10", Comparison.YEAR, Map.of()), PAGES);
  }

  private static JsonNode pages(ReportRequest request) throws Exception {
    return pulse.get("/reports/breakdown?" + request.query() + PAGES.query()).path("values");
  }

  private static void allHold() throws Exception {
    for (String scope : List.of("all", "group:so", "site:d.gov.vn")) {
      for (String period :
          List.of("2026", "2025", "2026-10", "2025-11", "2025-10-20..2026-10-31")) {
        for (Comparison comparison : Comparison.values()) {
          var request = new ReportRequest(scope, period, comparison, Map.of());
          holds(request, PAGES);
          holds(request, SEARCHED);
          holds(request, SOURCES);
        }
      }
    }
  }

  private static void holds(ReportRequest request, Listed listed) throws Exception {
    var naive = new NaiveBreakdown(new NaiveReports(pulse.portals));
    assertThat(pulse.get("/reports/breakdown?" + request.query() + listed.query()))
        .as(request.query() + listed.query())
        .isEqualTo(ReportsTester.tree(naive.breakdown(request, listed)));
  }

  /** As the worker does, but of all months, whatever day it is when the test runs. */
  private static void sumUp(String which) {
    execute(
        "INSERT INTO sitepulse.dimension_months SELECT site, toStartOfMonth(day) AS month,"
            + " dimension, value, argMaxIf(rollup.title, day, rollup.title != ''),"
            + " maxIf(day, rollup.title != ''), sum(rollup.views), sum(rollup.visits),"
            + " sum(rollup.visitors), sum(rollup.engaged_ms), now64(6)"
            + " FROM sitepulse.dimension_days AS rollup FINAL WHERE dimension != 'hour'"
            + which
            + " GROUP BY site, month, dimension, value");
    execute(
        "INSERT INTO sitepulse.summed_months SELECT DISTINCT site, toStartOfMonth(day), now64(6)"
            + " FROM sitepulse.rolled_days WHERE 1 = 1"
            + which);
    later();
  }

  private static void later() {
    pulse.dashboard.clock.advance(Duration.ofSeconds(11));
  }

  private static void execute(String sql) {
    pulse.tables.execute(sql);
  }
}
