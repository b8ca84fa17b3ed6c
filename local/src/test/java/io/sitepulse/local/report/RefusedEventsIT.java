package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.ingest.fault.FaultCounter;
import io.sitepulse.ingest.fault.FaultPublisher;
import io.sitepulse.local.sink.Plumbing;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of refused events: counter, Kafka, sink, ClickHouse, and what managers read. */
class RefusedEventsIT {
  /** 12:00 in Vietnam. */
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final String MOVED = "https://moi.gov.vn";

  private static final Map<String, Site> SITES =
      Map.of(
          "demo",
          Site.builder().id("demo").origins(List.of("https://demo.gov.vn")).build(),
          "other",
          Site.of("other", Site.DEFAULT_ZONE),
          "imported",
          Site.of("imported", Site.DEFAULT_ZONE),
          "robots",
          Site.of("robots", Site.DEFAULT_ZONE));

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static Plumbing plumbing;

  @SuppressWarnings("NullAway.Init")
  private static DashboardTester dashboard;

  @SuppressWarnings("NullAway.Init")
  private static Manager administrator;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    plumbing = Plumbing.start(folder);
    refuse();
    count();
    try (var sink = plumbing.sink("refused", 50)) {
      assertThat(sink.drain(Duration.ofSeconds(60))).isTrue();
    }
    dashboard = DashboardTester.over(plumbing.jdbi());
    dashboard.clock.set(NOON);
    SITES.forEach(dashboard.sites::put);
    administrator = Manager.administrator(dashboard);
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    plumbing.close();
  }

  /** Two runs of a collector, of which the first writes its numbers several times. */
  private static void refuse() {
    var first = new FaultCounter("run-1", SITES::get);
    refuse(first, 1);
    publish(first);
    refuse(first, 2);
    publish(first);
    publish(new FaultCounter("run-0", SITES::get));
    var second = new FaultCounter("run-2", SITES::get);
    refuse(second, 4);
    second.refused("demo", Reason.INVALID, null, NOON);
    second.refused("demo", Reason.ORIGIN, "https://www.demo.gov.vn", NOON);
    second.refused("dmeo", Reason.UNKNOWN_SITE, "https://demo.gov.vn", NOON);
    second.untrustedProxy("10.0.0.7", NOON);
    second.accepted("other", "0.8.0", NOON.minus(Duration.ofDays(2)));
    second.accepted("other", "0.9.0", NOON);
    second.accepted("other", "1.0.0", NOON);
    second.accepted("other", "1.0.0", NOON);
    publish(second);
  }

  private static void refuse(FaultCounter counter, int times) {
    for (int i = 0; i < times; i++) {
      counter.refused("demo", Reason.ORIGIN, MOVED, NOON);
    }
  }

  private static void publish(FaultCounter counter) {
    try (var producer =
        new KafkaProducer<>(
            plumbing.kafka.config().client(), new StringSerializer(), new ByteArraySerializer())) {
      var publisher = new FaultPublisher(counter, producer, Clock.fixed(NOON, ZoneOffset.UTC));
      publisher.publish();
      producer.flush();
      publisher.publish();
    }
  }

  /** One site counts, another one has only what was imported. */
  private static void count() throws Exception {
    day("other", DAY, 3);
    for (int week = 1; week <= 4; week++) {
      day("other", DAY.minusDays(1).minusWeeks(week), 100);
    }
    day("robots", DAY, 0);
    day("imported", DAY.minusDays(3), 9);
    var ledger = new Ledger(10, 9, 0, 0, 1, Map.of(), 0);
    var imported =
        new ImportedDay(
            1,
            "imported",
            DAY.minusDays(3),
            new DaySums(9, 9, 9, 0),
            ledger,
            false,
            "old counter",
            "an");
    plumbing.send(Topics.IMPORTED_DAYS, imported.key().toString(), imported);
    plumbing.flush();
  }

  private static void day(String site, LocalDate day, long views) {
    var ledger = new Ledger(views + 1, views, 0, 0, 1, Map.of(), 0);
    plumbing.send(
        Topics.SITE_DAYS,
        Topics.key(site, day.toString()),
        new SiteDay(1, site, day, NOON, new DaySums(views, 1, 1, 0), ledger));
  }

  @Test
  void everyRefusedEventIsCountedOnceByReasonAndOrigin() throws Exception {
    JsonNode refused = get(administrator, "/reports/refused?scope=site:demo&period=2026-11");

    assertThat(refused.path("total").asLong()).isEqualTo(9);
    assertThat(refused.path("reasons"))
        .isEqualTo(Json.MAPPER.readTree("{\"invalid\":1,\"origin\":8}"));
    assertThat(refused.path("origins").get(0))
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"site\":\"demo\",\"reason\":\"origin\",\"origin\":\""
                    + MOVED
                    + "\",\"events\":7,\"allowed\":false}"));
    assertThat(refused.path("origins").findValuesAsText("allowed"))
        .containsExactly("false", "true", "true");
    JsonNode earlier = get(administrator, "/reports/refused?scope=site:demo&period=2026-10");
    assertThat(earlier.path("total").asLong()).isZero();
  }

  @Test
  void theLedgerAndItsFileHaveThem() throws Exception {
    String path = "/reports/ledger?scope=all&period=2026-11";
    JsonNode ledger = get(administrator, path);
    assertThat(ledger.path("refused").path("origin").asLong()).isEqualTo(8);
    assertThat(ledger.path("days").get(20).path("refused").path("invalid").asLong()).isEqualTo(1);
    String csv = administrator.get(path + "&format=csv&language=vi").body();
    assertThat(csv).contains("Bị từ chối: tên miền chưa được phép").contains("2026-11-21");
  }

  @Test
  void theReviewTellsThem() throws Exception {
    String review = administrator.get("/review?scope=site:demo&period=2026-11&language=vi").body();
    assertThat(review).contains("hệ thống đã từ chối 9 sự kiện");
  }

  @Test
  void theStateTellsWhichSitesCountAndWhatIsRefused() throws Exception {
    JsonNode states = get(administrator, "/state");

    assertThat(states.path("sites").findValuesAsText("site"))
        .containsExactly("demo", "imported", "other", "robots");
    assertThat(states.path("sites").findValuesAsText("state"))
        .containsExactly("never", "imported", "fell", "viewless");
    JsonNode demo = states.path("sites").get(0);
    assertThat(demo.path("refused").asLong()).isEqualTo(9);
    assertThat(demo.path("refusedOrigins").get(0).path("origin").asText()).isEqualTo(MOVED);
    JsonNode other = states.path("sites").get(2);
    assertThat(other.path("lastSignal").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(other.path("yesterday"))
        .isEqualTo(Json.MAPPER.readTree("{\"day\":\"2026-11-20\",\"views\":0,\"usual\":100.0}"));
    assertThat(states.path("unknownSites"))
        .isEqualTo(
            Json.MAPPER.readTree(
                "[{\"site\":\"dmeo\",\"origin\":\"https://demo.gov.vn\",\"events\":1}]"));
    assertThat(states.path("untrustedProxies"))
        .isEqualTo(Json.MAPPER.readTree("[{\"address\":\"10.0.0.7\",\"requests\":1}]"));
    String csv = administrator.get("/state?format=csv&language=vi").body();
    assertThat(csv).contains("chưa nhận được tín hiệu nào").contains(MOVED + ": 7");
  }

  @Test
  void theStateTellsTheScriptsOfTheLastDay() throws Exception {
    JsonNode states = get(administrator, "/state");

    assertThat(states.path("script").asText()).isEqualTo("1.0.0");
    assertThat(states.path("sites").get(2).path("scripts"))
        .isEqualTo(
            Json.MAPPER.readTree(
                "[{\"version\":\"1.0.0\",\"requests\":2,\"older\":false},"
                    + "{\"version\":\"0.9.0\",\"requests\":1,\"older\":true}]"));
    assertThat(states.path("sites").get(0).path("scripts")).isEmpty();
    assertThat(administrator.get("/state?format=csv&language=vi").body())
        .contains("1.0.0, 0.9.0 (bản cũ)");
  }

  @Test
  void aViewerSeesOnlyOwnSites() throws Exception {
    var viewer = Manager.program(dashboard, "viewer", new Grant(Scope.site("other"), Role.VIEWER));
    JsonNode states = get(viewer, "/state");
    assertThat(states.path("sites").findValuesAsText("site")).containsExactly("other");
    assertThat(states.path("unknownSites")).isEmpty();
    assertThat(states.path("untrustedProxies")).isEmpty();
  }

  private static JsonNode get(Manager manager, String path) throws Exception {
    var answer = manager.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }
}
