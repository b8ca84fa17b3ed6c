package io.sitepulse.local.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.local.HttpUser;
import io.sitepulse.local.OnePoll;
import io.sitepulse.local.Reader;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Votes of a time are set aside and count again, in a whole installation. */
class SetAsideIT {
  private static final String SITE = "stuffed";
  private static final String POLL = "stuffed-poll";
  private static final String PASSWORD = "một mật khẩu dài";
  private static final int STUFFERS = 5;

  @TempDir private Path folder;

  private final MovedClock clock = new MovedClock();

  @Test
  void aVotersLastBallotOutsideOfTheTimeCountsAndTheAuditHolds() throws Exception {
    try (var pulse = Sitepulse.start(options())) {
      pulse.firstAdministrator("quantri", "Nguyễn Thị Quản Trị", PASSWORD);
      HttpUser honest = user(pulse);
      vote(honest, "good");
      clock.advance(Duration.ofSeconds(10));
      Instant from = clock.instant();
      vote(honest, "bad");
      for (int i = 0; i < STUFFERS; i++) {
        vote(user(pulse), "bad");
      }
      clock.advance(Duration.ofSeconds(10));
      Instant to = clock.instant();
      vote(user(pulse), "good");
      awaitResult(pulse, 1, 6);
      HttpUser root = administrator(pulse);
      assertThatVotesInMassAreSeen(root);
      assertThat(setAside(root, from, to).status()).as("too young").isEqualTo(400);
      clock.advance(Duration.ofMinutes(2));

      await().untilAsserted(() -> assertThat(setAside(root, from, to).status()).isEqualTo(200));

      JsonNode poll = awaitResult(pulse, 2, 0);
      assertThat(poll.path("setAside").asBoolean()).isTrue();
      JsonNode managed = root.get("/api/manage/polls/" + POLL).json();
      assertThat(managed.path("setAsideParticipants").asInt()).isEqualTo(STUFFERS);
      assertThat(managed.at("/setAside/0/reason").asText()).isEqualTo("Hàng loạt");
      assertThat(managed.at("/setAside/0/by").asText()).isEqualTo("Nguyễn Thị Quản Trị");
      assertThat(root.get("/api/manage/polls/" + POLL + "?format=csv&lang=vi").status())
          .isEqualTo(200);
      assertThatTheAuditHolds(pulse);
      assertThatThereIsOne(root, managed);

      String time = managed.at("/setAside/0/id").asText();
      var again = root.send("DELETE", "/api/manage/polls/" + POLL + "/set-aside/" + time, "", "");
      assertThat(again.status()).as(again.body()).isEqualTo(200);
      assertThat(awaitResult(pulse, 1, 6).path("setAside").asBoolean()).isFalse();
      assertThatTheAuditHolds(pulse);
      await()
          .untilAsserted(
              () ->
                  assertThat(root.get("/api/manage/changes?subject=" + POLL).body())
                      .contains("poll.set-aside", "poll.count-again", "Hàng loạt"));
    }
  }

  /** The voters of this test are all in one network. */
  private static void assertThatVotesInMassAreSeen(HttpUser root) {
    await()
        .untilAsserted(
            () -> {
              JsonNode votes = root.get("/api/manage/polls/" + POLL + "/votes").json();
              assertThat(votes.at("/ledger/received").asInt()).as(votes.toString()).isEqualTo(8);
              assertThat(votes.at("/ledger/changes").asInt()).isEqualTo(1);
              assertThat(votes.at("/networks/votes").asInt()).isEqualTo(8);
              assertThat(votes.at("/networks/networks").asInt()).isEqualTo(1);
              assertThat(votes.at("/networks/largest").asInt()).isEqualTo(8);
              int bad = 0;
              int all = 0;
              for (JsonNode minute : votes.path("minutes")) {
                all += minute.path("votes").asInt();
                bad += minute.at("/ballots/bad").asInt();
              }
              assertThat(all).as(votes.toString()).isEqualTo(8);
              assertThat(bad).isEqualTo(6);
              int drawn = 0;
              for (JsonNode point : votes.at("/series/points")) {
                drawn += point.path("votes").asInt();
              }
              assertThat(drawn).as(votes.toString()).isEqualTo(8);
            });
  }

  /** The same request again completes the first one, if it failed half-way. */
  private void assertThatThereIsOne(HttpUser root, JsonNode managed) throws Exception {
    Instant from = Instant.ofEpochMilli(managed.at("/setAside/0/from").asLong());
    Instant to = Instant.ofEpochMilli(managed.at("/setAside/0/to").asLong());
    assertThat(setAside(root, from, to).json().path("setAside")).hasSize(1);
  }

  private static void assertThatTheAuditHolds(Sitepulse pulse) {
    var reader = new Reader(pulse);
    await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
  }

  private static JsonNode awaitResult(Sitepulse pulse, int good, int bad) {
    var reader = new Reader(pulse);
    await()
        .untilAsserted(
            () -> {
              JsonNode poll = reader.get("/api/polls/" + POLL);
              assertThat(poll.at("/options/0/ballots").asInt()).as(poll.toString()).isEqualTo(good);
              assertThat(poll.at("/options/1/ballots").asInt()).isEqualTo(bad);
              assertThat(poll.path("participants").asInt()).isEqualTo(good + bad);
            });
    return reader.get("/api/polls/" + POLL);
  }

  private static HttpUser.Answer setAside(HttpUser root, Instant from, Instant to)
      throws Exception {
    return root.post(
        "/api/manage/polls/" + POLL + "/set-aside",
        "{\"from\":%d,\"to\":%d,\"reason\":\"Hàng loạt\"}"
            .formatted(from.toEpochMilli(), to.toEpochMilli()));
  }

  private static void vote(HttpUser voter, String choice) throws Exception {
    var answer = voter.post("/api/polls/" + POLL + "/votes", "{\"choices\":[\"" + choice + "\"]}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  private static HttpUser administrator(Sitepulse pulse) throws Exception {
    HttpUser root = user(pulse);
    root.keep(
        root.post(
            "/api/manage/session", "{\"login\":\"quantri\",\"password\":\"" + PASSWORD + "\"}"));
    return root;
  }

  private static HttpUser user(Sitepulse pulse) {
    return new HttpUser(pulse.url(), "127.0.0.1");
  }

  private SitepulseOptions options() throws Exception {
    return OnePoll.options(folder, folder.resolve("data"), SITE, POLL).withClock(clock);
  }

  /** The clock of the machine, ahead by what a test says. */
  private static final class MovedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void advance(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
