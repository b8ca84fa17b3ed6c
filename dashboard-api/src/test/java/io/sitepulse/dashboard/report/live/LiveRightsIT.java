package io.sitepulse.dashboard.report.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.dashboard.EventReader;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.dashboard.manage.ManageTester;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which sites a caller receives in the live overview, and when the stream ends. */
class LiveRightsIT extends LiveOverviewTester {
  @Test
  void aViewerOfOneSiteReceivesThatSiteOnly() throws Exception {
    var root = Manager.administrator(pulse);
    try (var all = root.live();
        var some = Manager.program(pulse, "an", ManageTester.viewer("site:xa")).live()) {
      awaitFirst(all);
      awaitFirst(some);
      counters("berlin", 3, 31);
      counters("xa", 1, 11);
      await().until(() -> visits(all, "berlin") == 31);
      await().until(() -> visits(some, "xa") == 11);
      assertThat(allSites(some)).containsExactly("xa");
    }
  }

  @Test
  void aSiteThatWasTakenOverIsSentToThoseWhoMayNotSeeItsSuccessor() throws Exception {
    var old = ManageTester.viewer("site:cu");
    try (var before = Manager.program(pulse, "an", old).live();
        var both = Manager.program(pulse, "bich", old, ManageTester.viewer("site:moi")).live()) {
      awaitFirst(before);
      awaitFirst(both);
      assertThat(sites(before.last())).containsExactly("cu");
      assertThat(visits(before.last(), "cu")).isEqualTo(20);
      assertThat(sites(both.last())).containsExactly("moi");
      counters("cu", 2, 21);
      await().until(() -> visits(before, "cu") == 21);
      await().until(() -> visits(both, "moi") == 61);
    }
  }

  @Test
  void anAccountWithoutSitesReceivesAnEmptyMessage() throws Exception {
    try (var reader = Manager.program(pulse, "an").live()) {
      awaitFirst(reader);
      assertThat(sites(reader.last())).isEmpty();
    }
  }

  @Test
  void changedRightsApplyFromTheNextMessageOn() throws Exception {
    var grants = ManageTester.viewer("site:xa");
    var both = Manager.program(pulse, "an", grants, ManageTester.viewer("site:berlin"));
    try (var reader = both.live()) {
      awaitFirst(reader);
      change("an", now -> Manager.account("an", now.tokens(), false, grants));
      int before = reader.events.size();
      counters("berlin", 3, 31);
      counters("xa", 1, 11);
      await().until(() -> visits(reader, "xa") == 11);
      assertThat(reader.events.subList(before, reader.events.size()))
          .allSatisfy(event -> assertThat(sites(event.data())).containsExactly("xa"));

      change(
          "an",
          now -> Manager.account("an", now.tokens(), false, ManageTester.viewer("site:berlin")));
      await().until(() -> visits(reader, "berlin") == 31);
    }
  }

  @Test
  void theEndOfASessionEndsItsStreamOnly() throws Exception {
    var here = Manager.administrator(pulse);
    var there = Manager.administrator(pulse);
    try (var ended = here.live();
        var goesOn = there.live()) {
      awaitFirst(ended);
      awaitFirst(goesOn);
      assertThat(here.send(HttpMethod.DELETE, "/session").statusCode()).isEqualTo(204);
      await().until(ended::ended);
      assertThat(ended.lines).contains("event: signed-out");
      counters("xa", 1, 11);
      await().until(() -> visits(goesOn, "xa") == 11);
      assertThat(goesOn.ended()).isFalse();
    }
  }

  @Test
  void signingOutEverywhereEndsAllStreamsOfTheAccount() throws Exception {
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
  @ValueSource(strings = {"revoked", "expired", "of an account disabled", "of an account gone"})
  void anInvalidApiTokenEndsItsStream(String reason) throws Exception {
    var grant = ManageTester.viewer("site:xa");
    Instant expires = pulse.clock.instant().plusSeconds(60);
    try (var reader = Manager.program(pulse, "an", expires, grant).live()) {
      awaitFirst(reader);
      switch (reason) {
        case "revoked" -> change("an", now -> Manager.account("an", List.of(), false, grant));
        case "expired" -> pulse.clock.advance(Duration.ofSeconds(61));
        case "of an account disabled" ->
            change("an", now -> Manager.account("an", now.tokens(), true, grant));
        default -> pulse.accounts.remove("an");
      }
      await().until(reader::ended);
      assertThat(reader.lines).contains("event: signed-out");
    }
  }

  @Test
  void aStreamEndsAfterTenMinutesToAuthenticateAgain() throws Exception {
    try (var reader = Manager.administrator(pulse).live()) {
      awaitFirst(reader);
      pulse.clock.advance(Duration.ofMinutes(9));
      await().until(() -> figures(reader.last(), "moi").getLong("online") == 0);
      assertThat(reader.ended()).isFalse();
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(reader::ended);
      assertThat(reader.lines).doesNotContain("event: signed-out");
    }
  }

  @Test
  void aRevokedSiteIsMissingInAWholeMessage() throws Exception {
    var xa = ManageTester.viewer("site:xa");
    var both = Manager.program(pulse, "an", xa, ManageTester.viewer("site:berlin"));
    try (var reader = both.live()) {
      awaitFirst(reader);
      change("an", now -> Manager.account("an", now.tokens(), false, xa));
      await().until(() -> reader.events.size() > 1);
      assertThat(isWhole(reader)).isTrue();
      assertThat(sites(reader.last())).containsExactly("xa");

      counters("xa", 1, 11);
      await().until(() -> visits(reader, "xa") == 11);
      assertThat(isWhole(reader)).isFalse();

      change("an", now -> Manager.account("an", now.tokens(), false));
      await().until(() -> sites(reader.last()).isEmpty());
      assertThat(isWhole(reader)).isTrue();
      assertThat(reader.ended()).isFalse();
    }
  }

  @Test
  void refusesAnonymousReadersAndReadersAboveTheLimit() throws Exception {
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
}
