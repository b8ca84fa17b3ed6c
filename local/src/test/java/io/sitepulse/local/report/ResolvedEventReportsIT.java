package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.warehouse.rollup.RollupWorker;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports that filter ask what was resolved while that has seen all, and else the raw events. */
@ExtendWith(ReportsExtension.class)
class ResolvedEventReportsIT {
  private static final Map<String, String> PHONES = Map.of("device", "phone");
  private static final Map<String, String> SEARCHED =
      Map.of("system", "Windows", "source", "Google");
  private static final Listed PAGES = new Listed("page", "views", "", 50, 0);
  private static final Listed ENTRIES = new Listed("entry", "visits", "", 3, 1);
  private static final Listed ROBOTS = new Listed("bot", "views", "", 50, 0);

  private static ReportsTester pulse;

  @BeforeAll
  static void start(ReportsTester shared) {
    pulse = shared;
  }

  @BeforeEach
  void atTheMoment() {
    pulse.dashboard.clock.set(Portals.NOW);
    withNothingResolved();
  }

  @AfterEach
  void withNothingResolved() {
    execute("TRUNCATE TABLE sitepulse.resolved_events");
    execute("TRUNCATE TABLE sitepulse.resolved_days");
  }

  @Test
  void reportsEqualTheRecountWithNoneOrAllDaysResolved() throws Exception {
    allHold();
    resolve("2025-01-01", "2025-12-31");
    resolve("2026-01-01", "2026-12-31");
    allHold();
  }

  @Test
  void reportsEqualTheRecountWithSomeDaysResolved() throws Exception {
    resolve("2025-01-01", "2025-12-31");
    resolve("2026-10-01", "2026-10-20");
    resolve("2026-10-29", "2026-10-31");
    allHold();
  }

  @Test
  void resolvedEventsAreReadUnlessTheDayIsTouched() throws Exception {
    resolve("2025-01-01", "2025-12-31");
    var request = new ReportRequest("site:a.gov.vn", "2025-11", Comparison.NONE, PHONES);
    holds(request, PAGES);
    forged("max(version)");
    assertThat(pages(request)).contains("/only-here");
    execute("INSERT INTO sitepulse.touched_days (site, day) VALUES ('a.gov.vn', '2025-11-04')");
    holds(request, PAGES);
  }

  @Test
  void onlyTheLatestResolutionOfADayIsRead() throws Exception {
    resolve("2025-01-01", "2025-12-31");
    forged("max(version) - INTERVAL 1 SECOND");
    forged("max(version) + INTERVAL 1 SECOND");
    holds(new ReportRequest("site:a.gov.vn", "2025-11", Comparison.NONE, PHONES), PAGES);
  }

  private static void allHold() throws Exception {
    for (String period : List.of("2026", "2025-11", "2026-10-15..2026-11-03")) {
      allHold(new ReportRequest("site:a.gov.vn", period, Comparison.YEAR, PHONES));
      allHold(new ReportRequest("site:d.gov.vn", period, Comparison.YEAR, SEARCHED));
    }
  }

  private static void allHold(ReportRequest request) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    var summary = (ObjectNode) pulse.get("/reports/summary?" + request.query());
    var expected = ReportsTester.tree(naive.summary(request));
    for (String figures : List.of("now", "before", "change")) {
      assertThat(summary.path(figures)).as(request.query()).isEqualTo(expected.path(figures));
    }
    assertThat(pulse.get("/reports/course?" + request.query()))
        .as(request.query())
        .isEqualTo(ReportsTester.tree(new NaiveTimeSeries(naive).timeSeries(request)));
    assertThat(pulse.get("/reports/hours?" + request.query()))
        .as(request.query())
        .isEqualTo(ReportsTester.tree(new NaiveTimeSeries(naive).hours(request)));
    for (Listed listed : List.of(PAGES, ENTRIES, ROBOTS)) {
      holds(request, listed);
    }
  }

  private static void holds(ReportRequest request, Listed listed) throws Exception {
    var naive = new NaiveBreakdown(new NaiveReports(pulse.portals));
    assertThat(pulse.get("/reports/breakdown?" + request.query() + listed.query()))
        .as(request.query() + listed.query())
        .isEqualTo(ReportsTester.tree(naive.breakdown(request, listed)));
  }

  private static List<String> pages(ReportRequest request) throws Exception {
    return pulse
        .get("/reports/breakdown?" + request.query() + PAGES.query())
        .path("values")
        .findValuesAsText("value");
  }

  /** As the worker does, but whatever day it is when the test runs. */
  private static void resolve(String from, String to) {
    String now =
        pulse.tables.texts("SELECT 'now' AS name, toString(now64(6, 'UTC')) AS text").get("now");
    for (Site site : Portals.SITES) {
      write("resolve.sql", site, from, to, now);
      write("resolved_days.sql", site, from, to, now);
    }
  }

  private static void write(String file, Site site, String from, String to, String version) {
    String sql = SqlFile.read(RollupWorker.class, file);
    pulse
        .tables
        .jdbi()
        .useHandle(
            handle ->
                VisitQueryParameters.bind(
                        handle.createUpdate(sql), site, LocalDate.parse(from), LocalDate.parse(to))
                    .bind("version", version)
                    .execute());
  }

  /** An event among those that were resolved of a day that never happened. */
  private static void forged(String version) {
    execute(
        "INSERT INTO sitepulse.resolved_events (site, day, version, number, kind, visitor, visit,"
            + " at, page, device, visit_device) SELECT 'a.gov.vn', '2025-11-04', "
            + version
            + ", 999999, 'view', 1, 1, '2025-11-04 00:00:00', '/only-here', 'phone', 'phone'"
            + " FROM sitepulse.resolved_events WHERE site = 'a.gov.vn' AND day = '2025-11-04'");
  }

  private static void execute(String sql) {
    pulse.tables.execute(sql);
  }
}
