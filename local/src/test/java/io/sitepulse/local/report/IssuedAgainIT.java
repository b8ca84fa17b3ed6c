package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.local.Scratch;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issued review says the same after random later changes. With a real ClickHouse. */
class IssuedAgainIT {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  private static Scratch scratch;
  private static Tables tables;
  private static DashboardTester dashboard;
  private static Manager manager;

  @BeforeAll
  static void start() throws Exception {
    scratch = Scratch.of("issued-again");
    tables = Tables.start(scratch.folder());
    dashboard = DashboardTester.over(tables.jdbi());
    dashboard.clock.set(Instant.parse("2026-11-21T05:00:00Z"));
    dashboard.groups.put("so", new Group(1, "so", "Các sở", 0));
    manager = Manager.administrator(dashboard);
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    tables.close();
    scratch.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itSaysTheSameAfterLaterEventsPollsTargetsAndMergers(long seed) throws Exception {
    var random = new Random(seed);
    String one = "one" + seed;
    String other = "other" + seed;
    site(one, List.of());
    site(other, List.of());
    days(random, one, 1);
    String scope = random.nextBoolean() ? "site:" + one : "group:g" + seed;
    String period = List.of("2026-H1", "2026-Q2", "2026-05").get(random.nextInt(3));
    var body = Map.of("scope", scope, "period", period);
    var answer = manager.post("/issued-reviews", Json.MAPPER.writeValueAsString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String id = Json.MAPPER.readTree(answer.body()).path("id").asText();
    JsonNode issued = get("/issued-reviews/" + id);
    JsonNode fresh = get("/issued-reviews/" + id + "/changes");
    assertThat(fresh.path("total").asInt()).as(fresh.toString()).isZero();
    assertThat(fresh.path("sentences").isEmpty()).as(fresh.toString()).isTrue();

    List<Runnable> later =
        new ArrayList<>(
            List.of(
                () -> days(new Random(seed + 50), one, 2),
                () -> days(new Random(seed + 60), other, 1),
                () -> poll(one),
                () -> target(scope, seed),
                () ->
                    site(
                        one, List.of(new Predecessor(other, LocalDate.parse("2025-01-01"), "x")))));
    java.util.Collections.shuffle(later, random);
    for (Runnable change : later) {
      change.run();
      assertThat(get("/issued-reviews/" + id)).isEqualTo(issued);
    }
    JsonNode changes = get("/issued-reviews/" + id + "/changes");
    assertThat(changes.path("total").asInt()).isPositive();
    long then = visits(issued.path("review"));
    long now = visits(get("/review?scope=" + scope + "&period=" + period));
    assertThat(now).isNotEqualTo(then);
    assertThat(changes.path("figures"))
        .anySatisfy(
            change -> {
              assertThat(change.path("row").asText()).isEqualTo("Lượt truy cập");
              assertThat(digits(change.path("then"))).isEqualTo(then);
              assertThat(digits(change.path("now"))).isEqualTo(now);
            });
    assertThat(changes.path("reasons").toString())
        .contains(
            "Sáp nhập mới: ",
            "Chỉ tiêu mới: ",
            "Bình chọn mới có trong kỳ: “",
            "Sự kiện của kỳ mà hệ thống đã tiếp nhận: ");
    assertThat(manager.get("/issued-reviews/" + id + "?format=pdf").body()).startsWith("%PDF-");
  }

  private static long digits(JsonNode text) {
    return Long.parseLong(text.asText().replace(".", ""));
  }

  private static long visits(JsonNode review) {
    JsonNode rows = review.path("sections").path(0).path("sheets").path(0).path("rows");
    return rows.path(0).path(1).asLong();
  }

  private static JsonNode get(String path) throws Exception {
    var answer = manager.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static void site(String id, List<Predecessor> predecessors) {
    String group = "g" + id.substring(id.length() - 1);
    dashboard.groups.put(group, new Group(1, group, "Khối " + group, 0));
    dashboard.sites.put(
        id,
        Site.builder()
            .id(id)
            .name("Trang " + id)
            .group(id.startsWith("one") ? group : null)
            .predecessors(predecessors)
            .build());
  }

  private static void poll(String site) {
    var poll = Samples.poll("p" + site, Visibility.ALWAYS, true);
    Instant inMay = Instant.parse("2026-05-10T02:00:00Z");
    dashboard.polls.put(poll.id(), poll.toBuilder().site(site).opens(inMay).build());
    dashboard.tallies.put(poll.id(), Samples.tally(poll.id(), Map.of("useful", 9L), 9));
  }

  private static void target(String scope, long seed) {
    dashboard.targets.put(
        "t" + seed,
        new Target(
            1,
            "t" + seed,
            Scope.parse(scope),
            Metric.VISITS,
            Period.parse("2026"),
            1_000,
            null,
            "x"));
  }

  /** Adds some days of a half-year. A later version has more of each. */
  private static void days(Random random, String site, int version) {
    var rows = new ArrayList<List<Object>>();
    for (LocalDate day = FIRST;
        day.getMonthValue() < 7;
        day = day.plusDays(1 + random.nextInt(3))) {
      long visits = 10L * version + random.nextInt(9);
      rows.add(
          List.of(
              site,
              day,
              2 * visits,
              visits,
              visits,
              0L,
              2 * visits,
              2 * visits,
              0L,
              0L,
              0L,
              Map.of(),
              0L,
              1_763_700_000_000L,
              version));
    }
    try {
      tables.insert(
          "INSERT INTO sitepulse.site_days (site, day, views, visits, visitors, engaged_ms,"
              + " received, counted_views, counted_heartbeats, duplicates, bots, rejected,"
              + " merged_visits, as_of, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
              + " ?)",
          rows);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
