package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.runtime.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of every report is that of a plain recount of the events. */
@ExtendWith(ReportsExtension.class)
class ReportsIT {
  private static final int QUESTIONS = 30;

  private static ReportsTester pulse;

  @BeforeAll
  static void start(ReportsTester shared) {
    pulse = shared;
  }

  @BeforeEach
  void atTheMoment() {
    pulse.dashboard.clock.set(Portals.NOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everySummaryIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (ReportRequest request : questions(seed)) {
      var answer = (ObjectNode) pulse.get("/reports/summary?" + request.query());
      answer.retain(
          "zone",
          "period",
          "begun",
          "compared",
          "live",
          "partOfDay",
          "countedFrom",
          "now",
          "before",
          "change",
          "ledger");
      assertThat(answer).as(request.query()).isEqualTo(ReportsTester.tree(naive.summary(request)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void everyCourseIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (ReportRequest request : questions(seed)) {
      assertThat(pulse.get("/reports/course?" + request.query()))
          .as(request.query())
          .isEqualTo(ReportsTester.tree(new NaiveTimeSeries(naive).timeSeries(request)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void everyMapOfHoursIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (ReportRequest request : questions(seed)) {
      assertThat(pulse.get("/reports/hours?" + request.query()))
          .as(request.query())
          .isEqualTo(ReportsTester.tree(new NaiveTimeSeries(naive).hours(request)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void everyBreakdownIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    var random = new Random(seed);
    for (ReportRequest request : questions(seed)) {
      Listed listed = Listed.random(random);
      assertThat(pulse.get("/reports/breakdown?" + request.query() + listed.query()))
          .as(request.query() + listed.query())
          .isEqualTo(ReportsTester.tree(new NaiveBreakdown(naive).breakdown(request, listed)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10", "2026-11", "2026", "2025-11", "2026-10-14..2026-10-15"})
  void pagesOfAMergedSiteAreCalledByOneRuleWithFiltersAndWithout(String period) throws Exception {
    var naive = new NaiveBreakdown(new NaiveReports(pulse.portals));
    var listed = new Listed("page", "views", "", 50, 0);
    var filters = Map.of("none", "", "device", "phone", "system", "Windows", "browser", "Cốc Cốc");
    for (var filter : filters.entrySet()) {
      var values =
          filter.getKey().equals("none")
              ? Map.<String, String>of()
              : Map.of(filter.getKey(), filter.getValue());
      var request = new ReportRequest("site:d.gov.vn", period, Comparison.NONE, values);
      assertThat(pulse.get("/reports/breakdown?" + request.query() + listed.query()))
          .as(request.query())
          .isEqualTo(ReportsTester.tree(naive.breakdown(request, listed)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "browser, Firefax, Coc Coc Browser",
    "browser, it's \\ {fn x} ? :none, Zalo",
    "system, Windws, Windows NT",
    "system, Windows; DROP TABLE x, iOS",
  })
  void aNameThatNeitherIsUsualNorAnyEventHasIsRefused(String filter, String value, String word)
      throws Exception {
    for (String report : List.of("summary", "course", "breakdown", "hours")) {
      String query = "scope=site:d.gov.vn&period=2026-11&dimension=page&" + filter + "=";
      var answer = pulse.ask("/reports/" + report + "?" + query + ReportRequest.coded(value));
      assertThat(answer.statusCode()).as(report + answer.body()).isEqualTo(400);
      JsonNode error = Json.MAPPER.readTree(answer.body()).path("errors").path(0);
      assertThat(error.path("field").asText()).isEqualTo(filter);
      assertThat(error.path("detail").asText()).contains("must be ", word);
    }
  }

  /** The site has no event of these in the period that is asked for. */
  @ParameterizedTest
  @CsvSource({"browser, cốc cốc", "browser, brave", "system, windows", "system, KAIOS"})
  void aNameOfAnotherPeriodOrAUsualOneIsNoError(String filter, String value) throws Exception {
    String query = "scope=site:d.gov.vn&period=2020-01&" + filter + "=";
    var summary = pulse.get("/reports/summary?" + query + ReportRequest.coded(value));
    assertThat(summary.path("now").path("visits").asLong()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void everyLedgerIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (ReportRequest request : questions(seed)) {
      assertThat(pulse.get("/reports/ledger?" + request.query()))
          .as(request.query())
          .isEqualTo(ReportsTester.tree(naive.ledger(request)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"year", "previous", "none"})
  void theOverviewIsTheOneOfAPlainRecount(String compare) throws Exception {
    var naive = new NaiveOverview(pulse.portals, Comparison.parse(compare));
    JsonNode overview = pulse.get("/overview?compare=" + compare);
    assertThat(overview.path("complete").booleanValue()).isTrue();
    assertThat(overview.path("sites").findValuesAsText("id"))
        .containsExactly("a.gov.vn", "b.example", "c.example", "d.gov.vn", "f.example");
    for (JsonNode line : overview.path("sites")) {
      var figures = ((ObjectNode) line.deepCopy()).retain("today", "month", "year", "spark");
      assertThat(figures)
          .isEqualTo(ReportsTester.tree(naive.line("site:" + line.path("id").asText())));
    }
    assertThat(overview.path("groups").findValuesAsText("id")).containsExactly("xa", "so");
    for (JsonNode group : overview.path("groups")) {
      var figures = ((ObjectNode) group.deepCopy()).retain("today", "month", "year", "spark");
      assertThat(figures)
          .isEqualTo(ReportsTester.tree(naive.line("group:" + group.path("id").asText())));
    }
    var all = ((ObjectNode) overview.path("all")).retain("today", "month", "year", "spark");
    assertThat(all).isEqualTo(ReportsTester.tree(naive.line("all")));
  }

  private static List<ReportRequest> questions(long seed) {
    var random = new Random(seed);
    return random
        .longs(QUESTIONS)
        .mapToObj(next -> ReportRequest.random(new Random(next), pulse.portals))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "group:so", "site:a.gov.vn"})
  void theReviewAndTheFilesHaveTheFiguresOfTheReports(String scope) throws Exception {
    String request = "scope=" + scope + "&period=2026-Q4";
    JsonNode now = pulse.get("/reports/summary?" + request).path("now");
    JsonNode review = pulse.get("/review?" + request);
    JsonNode figures = review.path("sections").path(0).path("sheets").path(0).path("rows");
    assertThat(figures.path(0).path(1)).isEqualTo(now.path("visits"));
    assertThat(figures.path(1).path(1)).isEqualTo(now.path("views"));
    assertThat(figures.path(2).path(1)).isEqualTo(now.path("visitors"));
    assertThat(review.path("subtitle").asText()).contains("đến ngày 03/11/2026");
    String visits = Language.VI.number(now.path("visits").longValue()) + " lượt truy cập";
    assertThat(pulse.ask("/review?format=html&" + request).body()).contains(visits);
    assertThat(pulse.ask("/review?format=pdf&" + request).body()).startsWith("%PDF-");
    String csv = pulse.ask("/reports/summary?format=csv&" + request).body();
    assertThat(csv).contains("Lượt truy cập;" + now.path("visits") + ";");
    assertThat(pulse.ask("/reports/course?format=xlsx&" + request).body()).startsWith("PK");
  }
}
