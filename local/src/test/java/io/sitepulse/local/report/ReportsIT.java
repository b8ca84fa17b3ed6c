package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.Json;
import io.sitepulse.contract.clickhouse.ClickHouse;
import io.sitepulse.contract.clickhouse.ClickHouseConfig;
import io.sitepulse.contract.clickhouse.Migrations;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.web.Language;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of every report is that of a plain recount of the events. */
class ReportsIT {
  private static final int QUESTIONS = 30;

  private static EmbeddedClickHouse engine;
  private static ClickHouse clickHouse;
  private static ManageTester pulse;
  private static Portals portals;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    engine = EmbeddedClickHouse.start(folder, 0);
    clickHouse =
        new ClickHouse(new ClickHouseConfig(engine.jdbcUrl(), engine.user(), engine.password(), 4));
    Migrations.apply(clickHouse.jdbi());
    portals = new Portals(7);
    portals.fill(new ReportTables(clickHouse.jdbi()));
    RollUp.all(clickHouse.jdbi(), portals);
    pulse = ManageTester.start(clickHouse.jdbi(), parts -> Feature.of(parts));
    Portals.SITES.forEach(site -> pulse.sites.put(site.id(), site));
    portals.counters.forEach(pulse.counters::put);
    pulse.groups.put("so", new Group(1, "so", "Các sở", 1));
    pulse.groups.put("xa", new Group(1, "xa", "Các xã", 0));
  }

  @AfterAll
  static void stop() {
    pulse.close();
    clickHouse.close();
    engine.close();
  }

  @BeforeEach
  void atTheMoment() {
    pulse.clock.set(Portals.NOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everySummaryIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(portals);
    for (Asked asked : questions(seed)) {
      var answer = (ObjectNode) get("/reports/summary?" + asked.query());
      answer.retain("period", "begun", "compared", "live", "now", "before", "change", "ledger");
      assertThat(answer).as(asked.query()).isEqualTo(tree(naive.summary(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void everyCourseIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(portals);
    for (Asked asked : questions(seed)) {
      assertThat(get("/reports/course?" + asked.query()))
          .as(asked.query())
          .isEqualTo(tree(naive.course(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void everyMapOfHoursIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(portals);
    for (Asked asked : questions(seed)) {
      assertThat(get("/reports/hours?" + asked.query()))
          .as(asked.query())
          .isEqualTo(tree(naive.hours(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void everyBreakdownIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(portals);
    var random = new Random(seed);
    for (Asked asked : questions(seed)) {
      Listed listed = Listed.random(random);
      assertThat(get("/reports/breakdown?" + asked.query() + listed.query()))
          .as(asked.query() + listed.query())
          .isEqualTo(tree(naive.breakdown(asked, listed)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void everyLedgerIsTheOneOfAPlainRecount(long seed) throws Exception {
    var naive = new NaiveReports(portals);
    for (Asked asked : questions(seed)) {
      assertThat(get("/reports/ledger?" + asked.query()))
          .as(asked.query())
          .isEqualTo(tree(naive.ledger(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"year", "previous", "none"})
  void theOverviewIsTheOneOfAPlainRecount(String compare) throws Exception {
    var naive = new NaiveOverview(portals, Comparison.parse(compare));
    JsonNode overview = get("/overview?compare=" + compare);
    assertThat(overview.path("complete").booleanValue()).isTrue();
    assertThat(overview.path("sites").findValuesAsText("id"))
        .containsExactly("a.gov.vn", "b.example", "c.example", "d.gov.vn", "f.example");
    for (JsonNode line : overview.path("sites")) {
      var figures = ((ObjectNode) line.deepCopy()).retain("today", "month", "year", "spark");
      assertThat(figures).isEqualTo(tree(naive.line("site:" + line.path("id").asText())));
    }
    assertThat(overview.path("groups").findValuesAsText("id")).containsExactly("xa", "so");
    for (JsonNode group : overview.path("groups")) {
      var figures = ((ObjectNode) group.deepCopy()).retain("today", "month", "year", "spark");
      assertThat(figures).isEqualTo(tree(naive.line("group:" + group.path("id").asText())));
    }
    var all = ((ObjectNode) overview.path("all")).retain("today", "month", "year", "spark");
    assertThat(all).isEqualTo(tree(naive.line("all")));
  }

  private static List<Asked> questions(long seed) {
    var random = new Random(seed);
    return random
        .longs(QUESTIONS)
        .mapToObj(next -> Asked.random(new Random(next), portals))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "group:so", "site:a.gov.vn"})
  void theReviewAndTheFilesHaveTheFiguresOfTheReports(String scope) throws Exception {
    String asked = "scope=" + scope + "&period=2026-Q4";
    JsonNode now = get("/reports/summary?" + asked).path("now");
    JsonNode review = get("/review?" + asked);
    JsonNode figures = review.path("sections").path(0).path("sheets").path(0).path("rows");
    assertThat(figures.path(0).path(1)).isEqualTo(now.path("visits"));
    assertThat(figures.path(1).path(1)).isEqualTo(now.path("views"));
    assertThat(figures.path(2).path(1)).isEqualTo(now.path("visitors"));
    assertThat(review.path("subtitle").asText()).contains("đến ngày 03/11/2026");
    String visits = Language.VI.number(now.path("visits").longValue()) + " lượt truy cập";
    assertThat(pulse.get("root", "/review?format=html&" + asked).body()).contains(visits);
    assertThat(pulse.get("root", "/review?format=pdf&" + asked).body()).startsWith("%PDF-");
    String csv = pulse.get("root", "/reports/summary?format=csv&" + asked).body();
    assertThat(csv).contains("Lượt truy cập;" + now.path("visits") + ";");
    assertThat(pulse.get("root", "/reports/course?format=xlsx&" + asked).body()).startsWith("PK");
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = pulse.get("root", path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  /** As it would be read from an answer. */
  private static JsonNode tree(Object value) throws Exception {
    return Json.MAPPER.readTree(
        Json.MAPPER
            .copy()
            .setDefaultPropertyInclusion(
                com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS)
            .writeValueAsBytes(value));
  }
}
