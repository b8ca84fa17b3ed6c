package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Site;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review says the same of a period however late it is made. With a real ClickHouse. */
class ReviewPeriodIT {
  private static final Site SITE = Site.of("demo", Site.DEFAULT_ZONE);
  private static final String H1 = "2026-H1";
  private static final String H2 = "2026-H2";

  /** The last hour of the half-year in Vietnam, in UTC. */
  private static final Instant LAST_HOUR = Instant.parse("2026-06-30T16:00:00Z");

  private static Scratch scratch;
  private static Tables tables;
  private static DashboardTester dashboard;
  private static Manager manager;

  @BeforeAll
  static void start() throws Exception {
    scratch = Scratch.of("review-period");
    tables = Tables.start(scratch.folder());
    tables.insert(
        "INSERT INTO sitepulse.poll_hours (poll, hour, ballots, participants, version)"
            + " VALUES (?, ?, ?, ?, ?)",
        List.of(
            hour("both", "2026-05-05T08:00:00Z", Map.of("useful", 3L), 3, 1),
            hour("both", LAST_HOUR.toString(), Map.of("useful", 3L, "easy", 4L), 7, 2),
            hour("both", "2026-06-30T17:00:00Z", Map.of("useful", 4L, "easy", 8L), 12, 3),
            hour("late", "2026-11-20T01:00:00Z", Map.of("rich", 2L), 2, 4)));
    tables.insert(
        "INSERT INTO sitepulse.site_days (site, day, views, visits, visitors, engaged_ms, received,"
            + " counted_views, counted_heartbeats, duplicates, bots, rejected, merged_visits,"
            + " as_of, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            day("2026-05-03", 10),
            day("2026-05-04", 20),
            day("2026-06-30", 30),
            day("2026-11-20", 5)));
    tables.insert(
        "INSERT INTO sitepulse.imported_days (site, day, views, visits, visitors, engaged_ms,"
            + " received, counted_views, counted_heartbeats, duplicates, bots, rejected,"
            + " merged_visits, raw, source, entered_by, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            imported("2026-05-03", 10, false, "old counter"),
            imported("2026-05-04", 20, true, "access log"),
            imported("2026-06-30", 30, false, "")));
    dashboard = DashboardTester.over(tables.jdbi());
    dashboard.sites.put(SITE.id(), SITE);
    poll("both", null);
    poll("late", null);
    poll("announced", Instant.parse("2026-06-01T00:00:00Z"));
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    tables.close();
    scratch.close();
  }

  @BeforeEach
  void inNovember() throws Exception {
    dashboard.tallies.put("both", Samples.tally("both", Map.of("useful", 9L, "easy", 11L), 20));
    dashboard.tallies.put("late", Samples.tally("late", Map.of("rich", 2L), 2));
    dashboard.polls.remove("new");
    dashboard.clock.set(Instant.parse("2026-11-21T05:00:00Z"));
    manager = Manager.administrator(dashboard);
  }

  @Test
  void aClosedPeriodHasItsOwnVotesOnly() throws Exception {
    assertThat(paragraphs(H1, "polls"))
        .containsExactly(
            "Trong kỳ có 2 cuộc bình chọn.",
            "“Theo bạn?” (demo): trong kỳ có 7 người tham gia bình chọn; nhiều nhất là “Dễ sử dụng”"
                + " (57,1%).",
            "“Theo bạn?” (demo): chưa có người tham gia.");
    assertThat(paragraphs("2026-Q1", "polls")).isEmpty();
    assertThat(paragraphs("2019", "polls")).isEmpty();
  }

  @Test
  void aRunningPeriodHasTheVotesSinceItsBeginning() throws Exception {
    assertThat(paragraphs(H2, "polls").subList(1, 3))
        .containsExactly(
            "“Theo bạn?” (demo): trong kỳ có 13 người tham gia bình chọn, tính cả trước đó là 20"
                + " người; nhiều nhất là “Dễ sử dụng” (55,0%).",
            "“Theo bạn?” (demo): trong kỳ có 2 người tham gia bình chọn; nhiều nhất là “Phong phú"
                + " <đa dạng>” (100,0%).");
  }

  @Test
  void madeAgainLaterItSaysTheSame() throws Exception {
    JsonNode november = sections(H1);
    dashboard.tallies.put("both", Samples.tally("both", Map.of("useful", 90L), 90));
    poll("new", null);
    dashboard.clock.set(Instant.parse("2027-02-01T05:00:00Z"));
    manager = Manager.administrator(dashboard);

    assertThat(sections(H1)).isEqualTo(november);
  }

  @Test
  void onlyDaysWithoutEventsAreImported() throws Exception {
    assertThat(paragraphs(H1, "ledger"))
        .anyMatch(text -> text.startsWith("10/60 lượt xem trang của kỳ được nhập"));
    assertThat(paragraphs(H2, "ledger")).noneMatch(text -> text.contains("được nhập"));
  }

  @Test
  void averagesBeginWithTheFirstDay() throws Exception {
    assertThat(paragraphs(H1, "course").get(0))
        .startsWith("Tính từ ngày bắt đầu có số liệu (03/05/2026), bình quân mỗi ngày có ");
    assertThat(paragraphs(H2, "course").get(0)).startsWith("Bình quân mỗi ngày có ");
  }

  private static List<String> paragraphs(String period, String id) throws Exception {
    var paragraphs = new ArrayList<String>();
    for (JsonNode section : sections(period)) {
      if (section.path("id").asText().equals(id)) {
        section.path("paragraphs").forEach(text -> paragraphs.add(text.asText()));
      }
    }
    return paragraphs;
  }

  private static JsonNode sections(String period) throws Exception {
    var answer = manager.get("/review?scope=site:demo&compare=none&period=" + period);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body()).path("sections");
  }

  private static void poll(String id, @Nullable Instant opens) {
    Poll poll = Samples.poll(id, Visibility.ALWAYS, true, opens, null, false);
    dashboard.polls.put(id, poll);
  }

  private static List<Object> hour(
      String poll, String hour, Map<String, Long> ballots, long participants, long version) {
    return List.of(poll, Instant.parse(hour).getEpochSecond(), ballots, participants, version);
  }

  private static List<Object> day(String day, long views) {
    long counted = views;
    return List.of(
        "demo",
        LocalDate.parse(day),
        views,
        views,
        views,
        0L,
        counted,
        counted,
        0L,
        0L,
        0L,
        Map.of(),
        0L,
        1_763_700_000_000L,
        1);
  }

  private static List<Object> imported(String day, long views, boolean raw, String source) {
    return List.of(
        "demo",
        LocalDate.parse(day),
        views,
        views,
        views,
        0L,
        views,
        views,
        0L,
        0L,
        0L,
        Map.of(),
        0L,
        raw,
        source,
        "test",
        1);
  }
}
