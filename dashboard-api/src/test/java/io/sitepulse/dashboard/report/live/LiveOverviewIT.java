package io.sitepulse.dashboard.report.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.sse.SseConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Tests the content and the timing of the live overview. */
class LiveOverviewIT extends LiveOverviewTester {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theFirstMessageHasEverySiteWithItsPredecessors() throws Exception {
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
  void aChangeSendsOnlyTheChangedSite() throws Exception {
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
  void manyChangesSendAtMostOneMessageAnInterval() throws Exception {
    try (var slow = DashboardTester.start(new SseConfig(4, 2_000, Duration.ofMillis(700), HOUR))) {
      slow.sites.put("xa", Site.of("xa", Site.DEFAULT_ZONE));
      try (var reader = Manager.administrator(slow).live()) {
        awaitFirst(reader);
        for (int visits = 1; visits <= 200; visits++) {
          slow.counters.put("xa", Samples.counters("xa", 1, visits, slow.clock.instant()));
        }
        await().until(() -> visits(reader.last(), "xa") == 200);
        // One poll may run while the changes are made.
        assertThat(reader.events).hasSizeLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void todayIsResetAtMidnightOfEachSite() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(() -> visits(reader, "moi") == 0 && visits(reader, "xa") == 0);
      assertThat(visits(reader, "berlin")).isEqualTo(30);
      assertThat(figures(reader.last(), "moi").getLong("online")).isEqualTo(6);
    }
  }

  @Test
  void aTakeoverBeginsAtTheSuccessorsMidnight() throws Exception {
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
  void aNewSiteIsSentInAWholeMessage() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      site("new", Site.DEFAULT_ZONE);
      await().until(() -> allSites(reader).contains("new"));
      assertThat(isWhole(reader)).isTrue();
      assertThat(sites(reader.last())).containsExactlyInAnyOrder("moi", "xa", "berlin", "new");
    }
  }

  @Test
  void aSiteTakenOverIsMissingInAWholeMessage() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      site("moi", Site.DEFAULT_ZONE, taking("cu"), taking("xa"));
      await().until(() -> reader.events.size() > 1);
      assertThat(isWhole(reader)).isTrue();
      assertThat(sites(reader.last())).containsExactlyInAnyOrder("moi", "berlin");
      assertThat(visits(reader.last(), "moi")).isEqualTo(70);
    }
  }

  @Test
  void withoutChangesOnlyHeartbeatsAreSent() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      counters("xa", 1, 10);
      await().until(() -> reader.lines.stream().filter(": still here"::equals).count() > 4);
      assertThat(reader.events).hasSize(1);
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
}
