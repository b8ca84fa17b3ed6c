package io.sitepulse.local.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.FakeVoteProducer;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.admin.change.ChangeRoutes;
import io.sitepulse.dashboard.admin.poll.PollManageRoutes;
import io.sitepulse.dashboard.admin.poll.PollVotesRoutes;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.widget.poll.NetworkShares;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.argument.Argument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Management responses from the real ClickHouse engine, checked against the API's document. */
@ExtendWith(TablesExtension.class)
class StoredAnswersIT {
  private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123Z");

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static ManageTester pulse;

  private final Tables tables;

  StoredAnswersIT(Tables tables) {
    this.tables = tables;
  }

  @BeforeAll
  static void start(Tables tables) throws Exception {
    pulse = ManageTester.start(tables.jdbi(), StoredAnswersIT::features).heldToTheDocument();
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    for (int i = 0; i < 25; i++) {
      // Ten in each millisecond: places must tell them apart.
      change(tables, AT.plusMillis(i / 10), "an", "site.update", i % 5 == 0 ? "demo" : "s" + i);
    }
    change(tables, AT.plusSeconds(60), "o'neil {fn x}?", "session.begin", "o'neil");
  }

  @AfterAll
  static void stop() {
    pulse.close();
  }

  @Test
  void theLogIsReadPageByPageCompletelyAndOnce() throws Exception {
    var seen = new ArrayList<String>();
    var times = new ArrayList<Long>();
    String next = "";
    do {
      var page = get("/changes?limit=7" + next);
      page.getJsonArray("changes").stream()
          .map(JsonObject.class::cast)
          .forEach(
              change -> {
                seen.add(change.getString("id"));
                times.add(change.getLong("at"));
              });
      next = page.containsKey("next") ? "&before=" + page.getString("next") : "";
    } while (!next.isEmpty());
    assertThat(seen).hasSize(26).doesNotHaveDuplicates();
    assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void theLogIsSearchedBySubjectPersonAndTime() throws Exception {
    assertThat(changes("/changes?subject=demo")).hasSize(5);
    assertThat(changes("/changes?subject=demo&kind=site")).hasSize(5);
    assertThat(changes("/changes?kind=session")).hasSize(1);
    assertThat(changes("/changes?kind=poll")).isEmpty();
    assertThat(changes("/changes?by=an")).hasSize(25);
    assertThat(changes("/changes?by=an&subject=demo&limit=2")).hasSize(2);
    assertThat(changes("/changes?subject=nothing")).isEmpty();
    assertThat(changes("/changes?before=" + AT.plusMillis(1).toEpochMilli())).hasSize(10);
    var odd = changes("/changes?by=o%27neil%20%7Bfn%20x%7D%3F").getJsonObject(0);
    assertThat(odd.getString("subject")).isEqualTo("o'neil");
    assertThat(odd.getLong("at")).isEqualTo(AT.plusSeconds(60).toEpochMilli());
    assertThat(odd.getJsonObject("after").getString("name")).isEqualTo("Tên 'mới'");
    assertThat(odd.containsKey("before")).isFalse();
  }

  @Test
  void theLogIsFilteredByDaysInVietnam() throws Exception {
    assertThat(changes("/changes?from=2026-11-21&to=2026-11-21")).hasSize(26);
    assertThat(changes("/changes?from=2026-11-22")).isEmpty();
    assertThat(changes("/changes?to=2026-11-20")).isEmpty();
    // The last millisecond of a day in Vietnam, and the first of the next one.
    change(tables, Instant.parse("2026-12-01T16:59:59.999Z"), "an", "group.create", "last");
    change(tables, Instant.parse("2026-12-01T17:00:00Z"), "an", "group.create", "first");
    try {
      assertThat(changes("/changes?kind=group&from=2026-12-01&to=2026-12-01").toString())
          .contains("\"last\"")
          .doesNotContain("\"first\"");
      assertThat(changes("/changes?kind=group&from=2026-12-02").toString())
          .contains("\"first\"")
          .doesNotContain("\"last\"");
    } finally {
      tables
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute("DELETE FROM sitepulse.changes WHERE action = 'group.create'"));
    }
  }

  @Test
  void theWholeLogLeavesAsAFile() throws Exception {
    String file = pulse.get("root", "/changes?format=csv&language=en").body();
    String some = pulse.get("root", "/changes?format=csv&language=en&subject=demo").body();

    assertThat(file.lines()).hasSize(1 + 26);
    assertThat(file).contains("site.update", "o'neil", "Tên 'mới'");
    assertThat(some.lines()).hasSize(1 + 5);
  }

  @Test
  void aPollsHistoryEndsWithItsTally() throws Exception {
    pollHour("2026-11-21T08:00:00Z", Map.of("useful", 1L), 1, 7);
    pollHour("2026-11-21T08:00:00Z", Map.of("useful", 1L, "easy", 1L), 2, 8);
    pollHour("2026-11-21T09:00:00Z", Map.of("useful", 2L, "easy", 1L), 3, 9);
    pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 9L), 9));
    JsonArray points = get("/polls/open/history").getJsonArray("points");
    assertThat(points.stream().map(p -> ((JsonObject) p).getLong("participants")))
        .containsExactly(2L, 9L);
    var first = points.getJsonObject(0);
    assertThat(Instant.ofEpochMilli(first.getLong("at"))).isEqualTo("2026-11-21T09:00:00Z");
    assertThat(first.getJsonObject("ballots").getLong("easy")).isEqualTo(1);
    assertThat(pulse.get("root", "/polls/open/history?format=csv").body().lines())
        .hasSize(3)
        .last(InstanceOfAssertFactories.STRING)
        .endsWith(";9;9;0;0");
  }

  @Test
  void votesOfMinutesAreCountedByMinuteWithoutGaps() throws Exception {
    Instant begin = Instant.parse("2026-11-21T08:00:59.999Z");
    votes("busy", begin, Duration.ZERO, 90);
    votes("busy", begin.plusMillis(1), Duration.ofSeconds(1), 10);
    votes("busy", begin.plusSeconds(180), Duration.ZERO, 5);

    JsonObject series = series("busy");

    assertThat(series.getLong("minutes")).isEqualTo(1);
    assertThat(points(series, "at")).first().isEqualTo(millis("2026-11-21T08:00:00Z"));
    assertThat(points(series, "votes")).containsExactly(90L, 10L, 0L, 5L);
    assertThat(points(series, "peak")).containsExactly(90L, 10L, 0L, 5L);
  }

  @Test
  void votesOfMonthsAreCountedByDaysOfTheSiteWithTheirBusiestMinutes() throws Exception {
    Instant begin = Instant.parse("2026-03-01T16:59:00Z");
    votes("long", begin, Duration.ofDays(1), 120);
    votes("long", Instant.parse("2026-05-09T03:00:00Z"), Duration.ofMillis(500), 120);
    votes("long", Instant.parse("2026-05-09T17:00:00Z"), Duration.ZERO, 30);

    JsonObject series = series("long");

    assertThat(series.getLong("minutes")).isEqualTo(Duration.ofDays(1).toMinutes());
    assertThat(points(series, "at"))
        .hasSize(120)
        .startsWith(millis("2026-02-28T17:00:00Z"))
        .contains(millis("2026-05-08T17:00:00Z"), millis("2026-05-09T17:00:00Z"));
    assertThat(points(series, "votes")).startsWith(1L, 1L).containsSequence(1L, 121L, 31L, 1L);
    assertThat(points(series, "peak")).startsWith(1L, 1L).containsSequence(1L, 120L, 30L, 1L);
  }

  @Test
  void aPollWithoutVotesHasNoSeries() throws Exception {
    assertThat(series("silent").getJsonArray("points")).isEmpty();
  }

  private static JsonObject series(String poll) throws Exception {
    pulse.polls.put(poll, Samples.poll(poll, Visibility.ALWAYS, true));
    pulse.tallies.put(poll, Samples.tally(poll, Map.of("useful", 9L), 9));
    return get("/polls/" + poll + "/votes").getJsonObject("series");
  }

  private static List<Long> points(JsonObject series, String field) {
    return series.getJsonArray("points").stream()
        .map(point -> ((JsonObject) point).getLong(field))
        .toList();
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static List<RouteProvider> features(ManageTester.Parts parts) {
    var pool = new BlockingPool(parts.vertx(), "t", 2, new SimpleMeterRegistry());
    var store = new ClickHouseQueryRunner(parts.sources().jdbi(), pool);
    var origins = new OriginPolicy(new ClientAddress(ClientAddress.LOOPBACK));
    var answers = new ExportResponder(pool);
    return List.of(
        new ChangeRoutes(store, answers),
        new PollVotesRoutes(parts.sources(), store, new NetworkShares(parts.clock())),
        new PollManageRoutes(
            parts.sources(), store, new FakeVoteProducer(), answers, origins, parts.clock()));
  }

  private static JsonObject get(String path) throws Exception {
    var answer = pulse.get("root", path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private static JsonArray changes(String path) throws Exception {
    return get(path).getJsonArray("changes");
  }

  /** As the sink writes it. */
  private static void change(Tables tables, Instant at, String by, String action, String subject) {
    tables
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO sitepulse.changes"
                            + " (id, at, actor, actor_name, action, subject, before, after)"
                            + " VALUES (:id, :at, :by, 'Ai đó', :action, :subject, '', :after)")
                    .bind("id", UUID.randomUUID())
                    .bind("at", at)
                    .bind("by", by)
                    .bind("action", action)
                    .bind("subject", subject)
                    .bind("after", "{\"name\":\"Tên 'mới'\"}")
                    .execute());
  }

  /** Writes votes and, beside each, its repetition and a correction of its ballot. */
  private void votes(String poll, Instant first, Duration distance, int number) {
    for (int precedence : List.of(1, 2)) {
      votes(poll, first, distance, number, precedence, "00000000-0000-0000-0000-000000000000");
    }
    votes(poll, first, distance, number, 3, UUID.randomUUID().toString());
  }

  private void votes(
      String poll, Instant first, Duration distance, int number, int precedence, String replaces) {
    String voter = poll + first.toEpochMilli() + (precedence == 3 ? "correction" : "");
    tables
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO sitepulse.poll_votes (poll, voter, id, choices, at,"
                            + " kafka_partition, kafka_offset, precedence, replaces) SELECT :poll,"
                            + " concat(:voter, toString(number)), toUUID(:id), ['useful'],"
                            + " fromUnixTimestamp64Milli(toInt64(:first + number * :distance)), 0,"
                            + " number, :precedence, toUUID(:replaces) FROM numbers(:number)")
                    .bind("poll", poll)
                    .bind("voter", voter)
                    .bind("id", "00000000-0000-0000-0000-000000000001")
                    .bind("first", first.toEpochMilli())
                    .bind("distance", distance.toMillis())
                    .bind("precedence", precedence)
                    .bind("replaces", replaces)
                    .bind("number", number)
                    .execute());
  }

  private void pollHour(String hour, Map<String, Long> ballots, long participants, long version) {
    Argument map =
        (position, statement, context) -> statement.setObject(position, new TreeMap<>(ballots));
    tables
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO sitepulse.poll_hours"
                            + " (poll, hour, ballots, participants, version)"
                            + " VALUES ('open', :hour, :ballots, :participants, :version)")
                    .bind("hour", Instant.parse(hour))
                    .bind("ballots", map)
                    .bind("participants", participants)
                    .bind("version", version)
                    .execute());
  }
}
