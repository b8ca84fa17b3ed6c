package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.dashboard.http.Language;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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
    for (Asked asked : questions(seed)) {
      var answer = (ObjectNode) pulse.get("/reports/summary?" + asked.query());
      answer.retain(
          "zone", "period", "begun", "compared", "live", "now", "before", "change", "ledger");
      assertThat(answer).as(asked.query()).isEqualTo(ReportsTester.tree(naive.summary(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void everyCourseIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (Asked asked : questions(seed)) {
      assertThat(pulse.get("/reports/course?" + asked.query()))
          .as(asked.query())
          .isEqualTo(ReportsTester.tree(new NaiveCourse(naive).course(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void everyMapOfHoursIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (Asked asked : questions(seed)) {
      assertThat(pulse.get("/reports/hours?" + asked.query()))
          .as(asked.query())
          .isEqualTo(ReportsTester.tree(new NaiveCourse(naive).hours(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void everyBreakdownIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    var random = new Random(seed);
    for (Asked asked : questions(seed)) {
      Listed listed = Listed.random(random);
      assertThat(pulse.get("/reports/breakdown?" + asked.query() + listed.query()))
          .as(asked.query() + listed.query())
          .isEqualTo(ReportsTester.tree(new NaiveBreakdown(naive).breakdown(asked, listed)));
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
      var asked = new Asked("site:d.gov.vn", period, Comparison.NONE, values);
      assertThat(pulse.get("/reports/breakdown?" + asked.query() + listed.query()))
          .as(asked.query())
          .isEqualTo(ReportsTester.tree(naive.breakdown(asked, listed)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void everyLedgerIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(pulse.portals);
    for (Asked asked : questions(seed)) {
      assertThat(pulse.get("/reports/ledger?" + asked.query()))
          .as(asked.query())
          .isEqualTo(ReportsTester.tree(naive.ledger(asked)));
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

  private static List<Asked> questions(long seed) {
    var random = new Random(seed);
    return random
        .longs(QUESTIONS)
        .mapToObj(next -> Asked.random(new Random(next), pulse.portals))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "group:so", "site:a.gov.vn"})
  void theReviewAndTheFilesHaveTheFiguresOfTheReports(String scope) throws Exception {
    String asked = "scope=" + scope + "&period=2026-Q4";
    JsonNode now = pulse.get("/reports/summary?" + asked).path("now");
    JsonNode review = pulse.get("/review?" + asked);
    JsonNode figures = review.path("sections").path(0).path("sheets").path(0).path("rows");
    assertThat(figures.path(0).path(1)).isEqualTo(now.path("visits"));
    assertThat(figures.path(1).path(1)).isEqualTo(now.path("views"));
    assertThat(figures.path(2).path(1)).isEqualTo(now.path("visitors"));
    assertThat(review.path("subtitle").asText()).contains("đến ngày 03/11/2026");
    String visits = Language.VI.number(now.path("visits").longValue()) + " lượt truy cập";
    assertThat(pulse.ask("/review?format=html&" + asked).body()).contains(visits);
    assertThat(pulse.ask("/review?format=pdf&" + asked).body()).startsWith("%PDF-");
    String csv = pulse.ask("/reports/summary?format=csv&" + asked).body();
    assertThat(csv).contains("Lượt truy cập;" + now.path("visits") + ";");
    assertThat(pulse.ask("/reports/course?format=xlsx&" + asked).body()).startsWith("PK");
  }
}
