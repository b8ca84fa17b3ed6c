package io.sitepulse.dashboard.widget.poll;

import static io.sitepulse.dashboard.widget.poll.PollsTester.PORTAL;
import static io.sitepulse.dashboard.widget.poll.PollsTester.VOTE;
import static io.sitepulse.dashboard.widget.poll.PollsTester.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.DashboardTester;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests accepted and refused votes over HTTP. */
class VotesIT {
  private final DashboardTester pulse = PollsTester.start();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void anAcceptedVoteReturnsTokenAndReceipt() throws Exception {
    var answer = pulse.vote("open", VOTE);
    assertThat(answer.statusCode()).isEqualTo(202);
    var body = new JsonObject(answer.body());
    assertThat(body.getBoolean("accepted")).isTrue();
    assertThat(pulse.producer.votes)
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
  void overHttpsTheCookieIsPartitioned() throws Exception {
    var answer = pulse.vote("open", VOTE, "X-Forwarded-Proto", "https");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("Secure; SameSite=None; Partitioned"));
  }

  @Test
  void invalidVotesAreRefusedWithTheirReason() throws Exception {
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
    String zero = "{\"choices\":[\"useful\"],\"id\":\"00000000-0000-0000-0000-000000000000\"}";
    refused(pulse.vote("open", zero), 400, "invalid");
    assertThat(pulse.producer.votes).isEmpty();
  }

  @Test
  void aContentTypeOtherThanJsonIsRefused() throws Exception {
    var answer =
        pulse.send(HttpMethod.POST, "/api/polls/open/votes", VOTE, "Content-Type", "text/plain");
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    assertThat(pulse.vote("open", " ".repeat(20_000) + VOTE).statusCode()).isEqualTo(413);
  }

  @Test
  void onlyOriginsOfTheSiteMayVote() throws Exception {
    refused(pulse.vote("open", VOTE, "Origin", "https://evil.example"), 403, "origin");
    refused(pulse.vote("open", VOTE, "Origin", "null"), 403, "origin");
    var portal = pulse.vote("open", VOTE, "Origin", PORTAL);
    assertThat(portal.statusCode()).isEqualTo(202);
    assertThat(portal.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PORTAL);
    assertThat(portal.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(pulse.vote("open", VOTE, "Origin", pulse.origin()).statusCode()).isEqualTo(202);
  }

  @Test
  void aPreflightAllowsOriginsOfTheSiteOnly() throws Exception {
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
  void aVoteThatCannotBeStoredIsAnswered503() throws Exception {
    pulse.producer.fail();
    var answer = pulse.vote("open", VOTE);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void everyVoteReceivedIsAcceptedOrRefused() throws Exception {
    pulse.vote("open", VOTE);
    pulse.vote("over", VOTE);
    pulse.vote("nothing", VOTE);
    pulse.vote("open", "{");
    pulse.vote("open", VOTE, "Origin", "https://evil.example");
    assertThat(count("sitepulse.votes.received")).isEqualTo(5);
    assertThat(count("sitepulse.votes.accepted")).isEqualTo(1);
    assertThat(count("sitepulse.votes.refused")).isEqualTo(4);
  }

  private double count(String name) {
    return pulse.registry.find(name).counters().stream().mapToDouble(c -> c.count()).sum();
  }
}
