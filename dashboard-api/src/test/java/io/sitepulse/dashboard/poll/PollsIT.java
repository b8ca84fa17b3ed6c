package io.sitepulse.dashboard.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls and votes over HTTP. */
class PollsIT {
  private static final String VOTE = "{\"choices\":[\"useful\"]}";
  private static final String PORTAL = "https://portal.example";

  private DashboardTester pulse = DashboardTester.start();

  @BeforeEach
  void polls() {
    fill();
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  private void fill() {
    pulse.sites.put("demo", Samples.site("demo", PORTAL));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    pulse.polls.put("once", Samples.poll("once", Visibility.AFTER_VOTING, false));
    pulse.polls.put("secret", Samples.poll("secret", Visibility.MANAGERS, true));
    var early = Instant.parse("2099-01-01T00:00:00Z");
    var late = Instant.parse("2020-01-01T00:00:00Z");
    pulse.polls.put("later", Samples.poll("later", Visibility.ALWAYS, true, early, null, false));
    pulse.polls.put("over", Samples.poll("over", Visibility.ALWAYS, true, null, late, false));
    pulse.polls.put("draft", Samples.poll("draft", Visibility.ALWAYS, true, null, null, true));
    for (String poll : new String[] {"open", "once", "secret"}) {
      pulse.tallies.put(poll, Samples.tally(poll, Map.of("useful", 300L, "easy", 159L), 459));
    }
  }

  @Test
  void aPollSaysItsQuestionTallyAndAssurance() throws Exception {
    var body = new JsonObject(pulse.get("/api/polls/open").body());
    assertThat(body.getLong("participants")).isEqualTo(459);
    assertThat(body.getString("assurance")).isEqualTo("survey");
    assertThat(body.getString("phase")).isEqualTo("open");
    assertThat(body.getBoolean("resultsVisible")).isTrue();
    assertThat(body.getBoolean("voted")).isFalse();
    var rich = body.getJsonArray("options").getJsonObject(2);
    assertThat(rich.getString("id")).isEqualTo("rich");
    assertThat(rich.getLong("ballots")).isZero();
  }

  @Test
  void aResultThatIsNotForThisReaderIsNotInTheAnswer() throws Exception {
    for (String poll : new String[] {"once", "secret"}) {
      var answer = pulse.get("/api/polls/" + poll).body();
      assertThat(new JsonObject(answer).getBoolean("resultsVisible")).isFalse();
      assertThat(answer).doesNotContain("participants").doesNotContain("ballots");
    }
  }

  @Test
  void draftsAndUnknownPollsAreNotThere() throws Exception {
    assertThat(pulse.get("/api/polls/draft").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/api/polls/nothing").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/api/polls/draft/live").statusCode()).isEqualTo(404);
    assertThat(pulse.vote("draft", VOTE).statusCode()).isEqualTo(404);
  }

  @Test
  void aVoteIsTakenWithATokenAndAReceipt() throws Exception {
    var answer = pulse.vote("open", VOTE);
    assertThat(answer.statusCode()).isEqualTo(202);
    var body = new JsonObject(answer.body());
    assertThat(body.getBoolean("accepted")).isTrue();
    assertThat(pulse.box.votes)
        .singleElement()
        .satisfies(
            vote -> {
              assertThat(vote.choices()).containsExactly("useful");
              assertThat(vote.id()).hasToString(body.getString("id"));
              assertThat(body.getString("voter")).doesNotContain(vote.voter());
            });
    assertThat(answer.headers().allValues("Set-Cookie"))
        .hasSize(4)
        .allMatch(cookie -> cookie.contains("HttpOnly; SameSite=Lax"))
        .anyMatch(
            cookie -> cookie.startsWith("sitepulse_voter=") && cookie.contains("Path=/api/polls;"));
  }

  @Test
  void overHttpsTheCookieMayStandInForeignPages() throws Exception {
    var answer = pulse.vote("open", VOTE, "X-Forwarded-Proto", "https");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("Secure; SameSite=None; Partitioned"));
  }

  @Test
  void whoHasVotedSeesTheResultAndCannotVoteAgainWhereThatIsTheRule() throws Exception {
    String receipt = new JsonObject(pulse.vote("once", VOTE).body()).getString("receipt");
    var poll = new JsonObject(pulse.get("/api/polls/once?receipt=" + receipt).body());
    assertThat(poll.getBoolean("voted")).isTrue();
    assertThat(poll.getLong("participants")).isEqualTo(459);
    var again = pulse.vote("once", VOTE, "Sitepulse-Receipt", receipt);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(reason(again)).isEqualTo("already-voted");
    var byCookie = pulse.get("/api/polls/once", "Cookie", "sitepulse_voted_once=" + receipt);
    assertThat(new JsonObject(byCookie.body()).getBoolean("resultsVisible")).isTrue();
    assertThat(byCookie.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  @Test
  void aReceiptOfAnotherPollShowsNothing() throws Exception {
    String receipt = new JsonObject(pulse.vote("open", VOTE).body()).getString("receipt");
    var poll = new JsonObject(pulse.get("/api/polls/once?receipt=" + receipt).body());
    assertThat(poll.getBoolean("voted")).isFalse();
  }

  @Test
  void votesThatBreakARuleAreRefusedWithTheirReason() throws Exception {
    refused(pulse.vote("open", "{\"choices\":[\"nothing\"]}"), 400, "unknown-option");
    refused(pulse.vote("open", "{\"choices\":[]}"), 400, "number-of-choices");
    refused(
        pulse.vote("open", "{\"choices\":[\"useful\",\"easy\",\"rich\"]}"),
        400,
        "number-of-choices");
    refused(pulse.vote("later", VOTE), 409, "not-open");
    refused(pulse.vote("over", VOTE), 409, "closed");
    refused(pulse.vote("nothing", VOTE), 404, "unknown-poll");
    refused(pulse.vote("open", "{"), 400, "invalid");
    refused(pulse.vote("open", "[]"), 400, "invalid");
    refused(pulse.vote("open", "{\"choices\":\"useful\"}"), 400, "invalid");
    refused(pulse.vote("open", "{\"choices\":[1]}"), 400, "invalid");
    refused(pulse.vote("open", "{\"choices\":[\"useful\"],\"id\":\"x\"}"), 400, "invalid");
    assertThat(pulse.box.votes).isEmpty();
  }

  @Test
  void aFormThatPretendsToBeJsonIsRefused() throws Exception {
    var answer =
        pulse.send(HttpMethod.POST, "/api/polls/open/votes", VOTE, "Content-Type", "text/plain");
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    assertThat(pulse.vote("open", " ".repeat(20_000) + VOTE).statusCode()).isEqualTo(413);
  }

  @Test
  void onlyPagesOfTheSiteMayVote() throws Exception {
    refused(pulse.vote("open", VOTE, "Origin", "https://evil.example"), 403, "origin");
    refused(pulse.vote("open", VOTE, "Origin", "null"), 403, "origin");
    var portal = pulse.vote("open", VOTE, "Origin", PORTAL);
    assertThat(portal.statusCode()).isEqualTo(202);
    assertThat(portal.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PORTAL);
    assertThat(portal.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(pulse.vote("open", VOTE, "Origin", pulse.origin()).statusCode()).isEqualTo(202);
  }

  @Test
  void aPreflightIsAnsweredForTheSitesPagesOnly() throws Exception {
    var portal = pulse.send(HttpMethod.OPTIONS, "/api/polls/open/votes", "", "Origin", PORTAL);
    assertThat(portal.statusCode()).isEqualTo(204);
    assertThat(portal.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PORTAL);
    assertThat(portal.headers().firstValue("Access-Control-Allow-Methods")).hasValue("POST");
    var evil =
        pulse.send(
            HttpMethod.OPTIONS, "/api/polls/open/votes", "", "Origin", "https://evil.example");
    assertThat(evil.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aVoteThatCannotBeKeptIsAskedToComeAgain() throws Exception {
    pulse.box.jam();
    var answer = pulse.vote("open", VOTE);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void everyVoteReceivedIsAcceptedRefusedOrSlowedDown() throws Exception {
    pulse.vote("open", VOTE);
    pulse.vote("over", VOTE);
    pulse.vote("nothing", VOTE);
    pulse.vote("open", "{");
    pulse.vote("open", VOTE, "Origin", "https://evil.example");
    assertThat(count("sitepulse.votes.received")).isEqualTo(5);
    assertThat(count("sitepulse.votes.accepted")).isEqualTo(1);
    assertThat(count("sitepulse.votes.refused")).isEqualTo(4);
  }

  @Test
  void aStreamBringsTheTallyAsItChanges() throws Exception {
    try (var reader = pulse.live("/api/polls/open/live")) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.last().getLong("participants")).isEqualTo(459);
      pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 460L), 460));
      await().until(() -> reader.last().getLong("participants") == 460);
      assertThat(reader.lines).contains("event: poll");
    }
  }

  @Test
  void aStreamTellsOfTheOpeningWithoutAnyEvent() throws Exception {
    try (var reader = pulse.live("/api/polls/later/live")) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.last().getString("phase")).isEqualTo("scheduled");
      pulse.clock.set(Instant.parse("2099-01-02T00:00:00Z"));
      await().until(() -> reader.last().getString("phase").equals("open"));
    }
  }

  @Test
  void aStreamShowsAHiddenResultToVotersOnly() throws Exception {
    String receipt = new JsonObject(pulse.vote("once", VOTE).body()).getString("receipt");
    try (var stranger = pulse.live("/api/polls/once/live");
        var voter = pulse.live("/api/polls/once/live?receipt=" + receipt)) {
      await().until(() -> !stranger.events.isEmpty() && !voter.events.isEmpty());
      assertThat(stranger.last().containsKey("participants")).isFalse();
      assertThat(voter.last().getLong("participants")).isEqualTo(459);
    }
  }

  @Test
  void aStreamOfAPollThatIsGoneEnds() throws Exception {
    try (var reader = pulse.live("/api/polls/open/live")) {
      await().until(() -> !reader.events.isEmpty());
      pulse.polls.remove("open");
      await().until(reader::ended);
    }
  }

  private double count(String name) {
    return pulse.registry.find(name).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  private static void refused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(reason(answer)).isEqualTo(reason);
  }

  private static String reason(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonArray("errors")
        .getJsonObject(0)
        .getString("reason");
  }
}
