package io.sitepulse.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.EventReader;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.manage.ManageTester;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event stream of all sites one may see, over HTTP, to people who are signed in. */
class LiveOverviewIT {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LiveConfig QUICK =
      new LiveConfig(4, Duration.ofMillis(100), Duration.ofMillis(100));

  private final DashboardTester pulse = DashboardTester.start(QUICK);

  @BeforeEach
  void sites() {
    site("moi", Site.DEFAULT_ZONE, new Predecessor("cu", LocalDate.parse("2026-01-01"), "test"));
    site("cu", Site.DEFAULT_ZONE);
    site("xa", Site.DEFAULT_ZONE);
    site("berlin", BERLIN);
    counters("moi", 4, 40);
    counters("cu", 2, 20);
    counters("xa", 1, 10);
    counters("berlin", 3, 30);
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theFirstMessageHasEverySiteOnceWithThoseItHasTakenOver() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      assertThat(reader.response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(reader.response.headers().firstValue("Cache-Control"))
          .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
      assertThat(reader.lines).contains("retry: 2000", "event: figures");
      assertThat(sites(reader.last())).containsExactlyInAnyOrder("moi", "xa", "berlin");
      assertThat(figures(reader.last(), "moi").getLong("online")).isEqualTo(6);
      assertThat(visits(reader.last(), "moi")).isEqualTo(60);
      assertThat(visits(reader.last(), "berlin")).isEqualTo(30);
    }
  }

  @Test
  void aChangeReachesItAloneAndOnlyItsSite() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      counters("xa", 1, 10);
      counters("cu", 9, 21);
      await().until(() -> reader.events.size() > 1);
      assertThat(sites(reader.last())).containsExactly("moi");
      assertThat(figures(reader.last(), "moi").getLong("online")).isEqualTo(13);
      assertThat(visits(reader.last(), "moi")).isEqualTo(61);
    }
  }

  @Test
  void manyChangesAreAtMostOneMessageAnInterval() throws Exception {
    try (var slow = DashboardTester.start(new LiveConfig(4, Duration.ofMillis(700), HOUR))) {
      slow.sites.put("xa", Site.of("xa", Site.DEFAULT_ZONE));
      try (var reader = Manager.administrator(slow).live()) {
        awaitFirst(reader);
        for (int visits = 1; visits <= 200; visits++) {
          slow.counters.put("xa", Samples.counters("xa", 1, visits, slow.clock.instant()));
        }
        await().until(() -> visits(reader.last(), "xa") == 200);
        // The look at the clock may fall into the middle of them once.
        assertThat(reader.events).hasSizeLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void whoMaySeeOneSiteIsToldOfThatSiteAlone() throws Exception {
    var root = Manager.administrator(pulse);
    try (var all = root.live();
        var some = Manager.program(pulse, "an", ManageTester.viewer("site:xa")).live()) {
      awaitFirst(all);
      awaitFirst(some);
      counters("berlin", 3, 31);
      counters("xa", 1, 11);
      await().until(() -> told(all, "berlin") == 31);
      await().until(() -> told(some, "xa") == 11);
      assertThat(everTold(some)).containsExactly("xa");
    }
  }

  @Test
  void whoMaySeeNothingIsToldThatThereIsNothing() throws Exception {
    try (var reader = Manager.program(pulse, "an").live()) {
      awaitFirst(reader);
      assertThat(sites(reader.last())).isEmpty();
    }
  }

  @Test
  void rightsThatAreTakenAwayOrGivenMeanwhileCountFromTheNextMessageOn() throws Exception {
    var grants = ManageTester.viewer("site:xa");
    var both = Manager.program(pulse, "an", grants, ManageTester.viewer("site:berlin"));
    try (var reader = both.live()) {
      awaitFirst(reader);
      change("an", now -> Manager.account("an", now.tokens(), false, grants));
      int before = reader.events.size();
      counters("berlin", 3, 31);
      counters("xa", 1, 11);
      await().until(() -> told(reader, "xa") == 11);
      assertThat(reader.events.subList(before, reader.events.size()))
          .allSatisfy(event -> assertThat(sites(event.data())).containsExactly("xa"));

      change(
          "an",
          now -> Manager.account("an", now.tokens(), false, ManageTester.viewer("site:berlin")));
      await().until(() -> told(reader, "berlin") == 31);
    }
  }

  @Test
  void aSessionThatIsEndedEndsItsStreamAndNoOther() throws Exception {
    var here = Manager.administrator(pulse);
    var there = Manager.administrator(pulse);
    try (var ended = here.live();
        var goesOn = there.live()) {
      awaitFirst(ended);
      awaitFirst(goesOn);
      assertThat(here.send(HttpMethod.DELETE, "/session").statusCode()).isEqualTo(204);
      await().until(ended::ended);
      counters("xa", 1, 11);
      await().until(() -> told(goesOn, "xa") == 11);
      assertThat(goesOn.ended()).isFalse();
    }
  }

  @Test
  void signingOutEverywhereEndsEveryStreamOfTheAccount() throws Exception {
    var here = Manager.administrator(pulse);
    try (var one = here.live();
        var other = Manager.administrator(pulse).live()) {
      awaitFirst(one);
      awaitFirst(other);
      pulse.clock.advance(Duration.ofSeconds(1));
      assertThat(here.send(HttpMethod.DELETE, "/sessions").statusCode()).isEqualTo(204);
      await().until(() -> one.ended() && other.ended());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"taken away", "expired", "of an account disabled", "of an account gone"})
  void aKeyThatCountsNoMoreEndsItsStream(String fate) throws Exception {
    var grant = ManageTester.viewer("site:xa");
    Instant expires = pulse.clock.instant().plusSeconds(60);
    try (var reader = Manager.program(pulse, "an", expires, grant).live()) {
      awaitFirst(reader);
      switch (fate) {
        case "taken away" -> change("an", now -> Manager.account("an", List.of(), false, grant));
        case "expired" -> pulse.clock.advance(Duration.ofSeconds(61));
        case "of an account disabled" ->
            change("an", now -> Manager.account("an", now.tokens(), true, grant));
        default -> pulse.accounts.remove("an");
      }
      await().until(reader::ended);
    }
  }

  @Test
  void afterTenMinutesWhoeverReadsIsAskedAgainWhoTheyAre() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      pulse.clock.advance(Duration.ofMinutes(9));
      await().until(() -> figures(reader.last(), "moi").getLong("online") == 0);
      assertThat(reader.ended()).isFalse();
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(reader::ended);
    }
  }

  @Test
  void atMidnightTodayIsNothingWhereItIsMidnightAndOnlyThere() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(() -> told(reader, "moi") == 0 && told(reader, "xa") == 0);
      assertThat(told(reader, "berlin")).isEqualTo(30);
      assertThat(figures(reader.last(), "moi").getLong("online")).isEqualTo(6);
    }
  }

  @Test
  void aTakeoverBeginsWithTheSuccessorsDayWithoutAnyChange() throws Exception {
    pulse.clock.set(Instant.parse("2026-11-21T22:59:00Z"));
    site("berlin", BERLIN, new Predecessor("xa", LocalDate.parse("2026-11-22"), "test"));
    counters("berlin", 3, 30);
    counters("xa", 1, 10);
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      assertThat(sites(reader.last())).contains("xa", "berlin");
      assertThat(online(reader, "berlin")).isEqualTo(3);
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(() -> online(reader, "berlin") == 4);
      int before = reader.events.size();
      counters("xa", 5, 10);
      await().until(() -> online(reader, "berlin") == 8);
      assertThat(reader.events.subList(before, reader.events.size()))
          .allSatisfy(event -> assertThat(sites(event.data())).containsExactly("berlin"));
    }
  }

  @Test
  void aSiteThatIsDefinedMeanwhileIsTold() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      site("new", Site.DEFAULT_ZONE);
      await().until(() -> everTold(reader).contains("new"));
      assertThat(sites(reader.last())).containsExactly("new");
    }
  }

  @Test
  void nothingNewIsNoMessageAndASilentStreamIsKeptOpen() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      counters("xa", 1, 10);
      await().until(() -> reader.lines.stream().filter(": still here"::equals).count() > 4);
      assertThat(reader.events).hasSize(1);
    }
  }

  @Test
  void nobodyReadsItAndOneReaderTooManyIsTurnedAway() throws Exception {
    assertThat(pulse.get("/api/manage/live").statusCode()).isEqualTo(401);
    var root = Manager.administrator(pulse);
    try (var a = root.live();
        var b = root.live();
        var c = root.live();
        var d = root.live()) {
      for (EventReader reader : List.of(a, b, c, d)) {
        awaitFirst(reader);
      }
      var fifth = root.get("/live");
      assertThat(fifth.statusCode()).isEqualTo(503);
      assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void closingEndsStreamsCleanly() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      pulse.routes.close().await();
      await().until(reader::ended);
    }
  }

  private void site(String id, ZoneId zone, Predecessor... predecessors) {
    pulse.sites.put(
        id,
        new Site(
            1,
            id,
            id,
            List.of(),
            zone,
            null,
            List.of(),
            false,
            null,
            List.of(predecessors),
            false));
  }

  private void counters(String site, long online, long visits) {
    pulse.counters.put(site, Samples.counters(site, online, visits, pulse.clock.instant()));
  }

  private void change(String account, UnaryOperator<Account> change) {
    pulse.accounts.put(account, change.apply(pulse.accounts.get(account).orElseThrow()));
  }

  private static void awaitFirst(EventReader reader) {
    await().until(() -> !reader.events.isEmpty());
  }

  private static Set<String> sites(JsonObject message) {
    return message.getJsonObject("sites").fieldNames();
  }

  private static JsonObject figures(JsonObject message, String site) {
    return message.getJsonObject("sites").getJsonObject(site);
  }

  private static long visits(JsonObject message, String site) {
    return figures(message, site).getJsonObject("today").getLong("visits");
  }

  /** The visits a reader was told of a site last; -1: none yet. */
  private static long told(EventReader reader, String site) {
    return last(reader, site).map(now -> now.getJsonObject("today").getLong("visits")).orElse(-1L);
  }

  /** Who is online there as a reader was told last; -1: nobody told it yet. */
  private static long online(EventReader reader, String site) {
    return last(reader, site).map(now -> now.getLong("online")).orElse(-1L);
  }

  private static Optional<JsonObject> last(EventReader reader, String site) {
    return reader.events.stream()
        .map(event -> figures(event.data(), site))
        .filter(Objects::nonNull)
        .reduce((before, after) -> after);
  }

  private static Set<String> everTold(EventReader reader) {
    var told = new TreeSet<String>();
    reader.events.forEach(event -> told.addAll(sites(event.data())));
    return told;
  }
}
