package io.sitepulse.dashboard.report;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.dashboard.report.http.ReportConfig;
import io.sitepulse.dashboard.report.http.Reporting;
import io.sitepulse.dashboard.report.live.LiveOverview;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overview and reports over HTTP while ClickHouse is unavailable. */
class ReportsAwayIT {
  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    pulse = ManageTester.start(ManageResponses.AWAY, ReportsAwayIT::features).heldToTheDocument();
    pulse.groups.put("so", new Group(1, "so", "Khối sở", 0));
    site("moi", "so", new Predecessor("cu", LocalDate.parse("2026-01-01"), "test"));
    site("cu", null);
    site("khac", null);
    pulse.account("one", false, ManageTester.viewer("site:khac"));
    pulse.account("none", false);
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void overviewHasLiveTotalsAndNullForPastOnes() throws Exception {
    pulse.targets.put("t", target("t", "site:moi", "2026", 200));
    pulse.targets.put("q", target("q", "site:khac", "2026-Q4", 10));
    JsonObject overview = body(pulse.get("root", "/overview"));

    assertThat(overview.getBoolean("complete")).isFalse();
    assertThat(ids(overview)).containsExactly("khac", "moi");
    JsonObject moi = overview.getJsonArray("sites").getJsonObject(1);
    assertThat(moi.getJsonArray("predecessors")).containsExactly("cu");
    assertThat(moi.getLong("online")).isEqualTo(4);
    assertThat(moi.getJsonObject("today").getLong("visits")).isEqualTo(14);
    assertThat(moi.getJsonObject("year").getJsonObject("now").getLong("visits")).isEqualTo(14);
    assertThat(moi.getJsonObject("year").getValue("before")).isNull();
    assertThat(moi.getValue("spark")).isNull();
    assertThat(moi.getJsonObject("target").getLong("actual")).isEqualTo(14);
    assertThat(moi.getJsonObject("target").getDouble("share")).isEqualTo(0.07);
    JsonObject quarter = overview.getJsonArray("sites").getJsonObject(0).getJsonObject("target");
    assertThat(quarter.getValue("actual")).isNull();
    assertThat(overview.getJsonArray("groups").getJsonObject(0).getInteger("sites")).isEqualTo(1);
    assertThat(overview.getJsonObject("all").getLong("online")).isEqualTo(6);
  }

  /** Who may see only a site that was taken over still sees it, and who may see both sees one. */
  @Test
  void overviewHasASiteWhoseSuccessorIsNotVisible() throws Exception {
    pulse.account("before", false, ManageTester.viewer("site:cu"));
    pulse.account("both", false, ManageTester.viewer("site:cu"), ManageTester.viewer("site:moi"));
    assertThat(ids(body(pulse.get("before", "/overview")))).containsExactly("cu");
    assertThat(ids(body(pulse.get("both", "/overview")))).containsExactly("moi");
  }

  @Test
  void overviewHasOnlyVisibleSitesAndNoTargetOfHiddenOnes() throws Exception {
    pulse.targets.put("t", target("t", "all", "2026", 200));
    JsonObject overview = body(pulse.get("one", "/overview"));
    assertThat(ids(overview)).containsExactly("khac");
    assertThat(overview.getJsonObject("all").containsKey("target")).isFalse();
    assertThat(body(pulse.get("root", "/overview")).getJsonObject("all").containsKey("target"))
        .isTrue();
    assertThat(body(pulse.get("none", "/overview")).getJsonArray("sites")).isEmpty();
  }

  @Test
  void reportsAnswer503WithRetryAfter() throws Exception {
    for (String report : List.of("summary", "course", "hours", "breakdown", "ledger", "refused")) {
      String path = "/reports/" + report + "?scope=site:khac&period=2026&dimension=page";
      HttpResponse<String> answer = pulse.get("root", path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "summary?scope=site:khac, period",
    "summary?scope=site:khac&period=2026-13, period",
    "summary?scope=nothing&period=2026, scope",
    "summary?scope=all&period=2026&compare=ever, compare",
    "summary?scope=all&period=2026&page=/, page",
    "course?scope=group:so&period=2026&language=vi, language",
    "breakdown?scope=all&period=2026, dimension",
    "breakdown?scope=all&period=2026&dimension=x, dimension",
    "breakdown?scope=all&period=2026&dimension=page&sort=x, sort",
    "breakdown?scope=all&period=2026&dimension=page&limit=0, limit",
    "breakdown?scope=all&period=2026&dimension=page&limit=x, limit",
    "breakdown?scope=all&period=2026&dimension=page&offset=-1, offset",
    "summary?scope=site:khac&period=2026&device=mobile, device",
    "breakdown?scope=site:khac&period=2026&dimension=page&page=tin-tuc, page",
    "course?scope=site:khac&period=2026&entry=https://a.vn/, entry",
    "hours?scope=site:khac&period=2026&country=Vietnam, country",
    "summary?scope=site:khac&period=2026&visitLanguage=Tiếng%20Việt, language",
    "summary?scope=site:khac&period=2026&format=xlsx&source=https://google.com/x, source",
    "summary?scope=site:khac&period=2026&format=csv&language=vi&language=en, language"
  })
  void rejectsInvalidParametersByName(String question, String field) throws Exception {
    assertThat(field(pulse.get("root", "/reports/" + question))).isEqualTo(field);
  }

  @Test
  void scopesOfHiddenSitesAnswer404() throws Exception {
    for (String scope : List.of("site:moi", "site:nothing", "group:so", "group:nothing")) {
      String path = "/reports/summary?period=2026&scope=" + scope;
      assertThat(pulse.get("one", path).statusCode()).as(scope).isEqualTo(404);
    }
    assertThat(pulse.get("none", "/reports/summary?period=2026&scope=all").statusCode())
        .isEqualTo(404);
  }

  private void site(String id, @Nullable String group, Predecessor... predecessors) {
    pulse.sites.put(
        id,
        Site.builder().id(id).name(id).group(group).predecessors(List.of(predecessors)).build());
    var now = pulse.clock.instant();
    pulse.counters.put(
        id,
        SiteCounters.none(id)
            .exchange(Samples.DAY, DaySums.ZERO, new DaySums(9, 7, 5, 3), now)
            .withOnline(2, now));
  }

  @Test
  void overviewIsExportedWithoutClickHouse() throws Exception {
    var csv = pulse.get("root", "/overview?format=csv&language=en");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"Overview-of-sites.csv\"");
    assertThat(csv.body()).startsWith("\uFEFFId,Site,Group,Online,Visits today");
    assertThat(pulse.get("root", "/overview?format=xlsx").body()).startsWith("PK");
    assertThat(pulse.get("root", "/overview?format=pdf").statusCode()).isEqualTo(400);
    var away = pulse.get("root", "/reports/summary?scope=all&period=2026&format=csv");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Content-Disposition")).isEmpty();
  }

  private static Target target(String id, String scope, String period, long value) {
    return new Target(
        1, id, Scope.parse(scope), Metric.VISITS, Period.parse(period), value, null, "test");
  }

  private static List<RouteProvider> features(ManageTester.Parts parts) {
    var registry = new SimpleMeterRegistry();
    var succession = new SiteSuccessionCache(parts.sources().sites());
    var reporting =
        new Reporting(
            parts.vertx(),
            ReportConfig.DEFAULT,
            parts.sources(),
            succession,
            registry,
            parts.clock());
    var connections =
        new SseConnections(
            parts.vertx(),
            parts.clock(),
            SseConfig.DEFAULT,
            new ClientAddress(ClientAddress.LOOPBACK),
            new MicrometerDashboardMetrics(registry));
    var live = new LiveOverview(parts.sources(), succession, connections, parts.clock());
    var files = new ExportResponder(new BlockingPool(parts.vertx(), "files", 1, registry));
    return List.of(reporting.routes(live, files));
  }

  private static List<String> ids(JsonObject overview) {
    JsonArray sites = overview.getJsonArray("sites");
    return sites.stream().map(site -> ((JsonObject) site).getString("id")).toList();
  }
}
