package io.sitepulse.dashboard.report.live;

import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.EventReader;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.sse.SseConfig;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
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

/** Base of live overview tests: four sites, one of them taken over, and access to messages. */
abstract class LiveOverviewTester {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final SseConfig QUICK =
      new SseConfig(4, 2_000, Duration.ofMillis(100), Duration.ofMillis(100));

  final DashboardTester pulse = DashboardTester.start(QUICK);

  @BeforeEach
  void sites() {
    site("moi", Site.DEFAULT_ZONE, taking("cu"));
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

  static Predecessor taking(String site) {
    return new Predecessor(site, LocalDate.parse("2026-01-01"), "test");
  }

  static boolean isWhole(EventReader reader) {
    return reader.last().getBoolean("whole");
  }

  void site(String id, ZoneId zone, Predecessor... predecessors) {
    pulse.sites.put(
        id, Site.builder().id(id).name(id).zone(zone).predecessors(List.of(predecessors)).build());
  }

  void counters(String site, long online, long visits) {
    pulse.counters.put(site, Samples.counters(site, online, visits, pulse.clock.instant()));
  }

  void change(String account, UnaryOperator<Account> change) {
    pulse.accounts.put(account, change.apply(pulse.accounts.get(account).orElseThrow()));
  }

  static void awaitFirst(EventReader reader) {
    await().until(() -> !reader.events.isEmpty());
  }

  static Set<String> sites(JsonObject message) {
    return message.getJsonObject("sites").fieldNames();
  }

  static JsonObject figures(JsonObject message, String site) {
    return message.getJsonObject("sites").getJsonObject(site);
  }

  static long visits(JsonObject message, String site) {
    return figures(message, site).getJsonObject("today").getLong("visits");
  }

  /** Visits of a site in the last message that has the site. -1 if there is none. */
  static long visits(EventReader reader, String site) {
    return last(reader, site).map(now -> now.getJsonObject("today").getLong("visits")).orElse(-1L);
  }

  /** Online visitors of a site in the last message that has the site. -1 if there is none. */
  static long online(EventReader reader, String site) {
    return last(reader, site).map(now -> now.getLong("online")).orElse(-1L);
  }

  static Optional<JsonObject> last(EventReader reader, String site) {
    return reader.events.stream()
        .map(event -> figures(event.data(), site))
        .filter(Objects::nonNull)
        .reduce((before, after) -> after);
  }

  static Set<String> allSites(EventReader reader) {
    var sites = new TreeSet<String>();
    reader.events.forEach(event -> sites.addAll(sites(event.data())));
    return sites;
  }
}
