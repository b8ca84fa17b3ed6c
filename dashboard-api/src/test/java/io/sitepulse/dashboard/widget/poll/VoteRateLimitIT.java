package io.sitepulse.dashboard.widget.poll;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the rate limit of a voter's network over HTTP. */
class VoteRateLimitIT {
  private static final String VOTE = "{\"choices\":[\"useful\"]}";
  private static final int OFFICE = 400;

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

  @Test
  void anOfficeBehindOneAddressMayVote() throws Exception {
    try (var pulse = open(VoteConfig.DEFAULT.perNetworkMinute())) {
      for (int colleague = 0; colleague < OFFICE; colleague++) {
        assertThat(pulse.vote("open", VOTE).statusCode()).isEqualTo(202);
      }
      assertThat(pulse.producer.votes)
          .extracting(vote -> vote.voter())
          .hasSize(OFFICE)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aVoteAboveTheLimitIsAnswered429AndAcceptedLater() throws Exception {
    try (var pulse = open(60)) {
      HttpResponse<String> answer = pulse.vote("open", VOTE);
      for (int vote = 1; vote < 100 && answer.statusCode() == 202; vote++) {
        answer = pulse.vote("open", VOTE);
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(new JsonObject(answer.body()).getJsonArray("errors")).isEmpty();
      await().until(() -> pulse.vote("open", VOTE).statusCode() == 202);
    }
  }

  @Test
  void theVotesOfANetworkForOnePollAreLimitedInTheFormWithoutScriptsToo() throws Exception {
    try (var pulse = open(600, 3)) {
      for (int vote = 0; vote < 3; vote++) {
        assertThat(pulse.vote("open", VOTE).statusCode()).isEqualTo(202);
      }
      var refused = pulse.vote("open", VOTE);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow())
          .isBetween(1190, 1200);
      assertThat(pulse.vote("other", VOTE).statusCode()).isEqualTo(202);
      var elsewhere = pulse.vote("open", VOTE, "X-Forwarded-For", "203.0.113.5");
      assertThat(elsewhere.statusCode()).isEqualTo(202);
      assertThat(byForm(pulse, "open").statusCode()).isEqualTo(429);
      assertThat(pulse.producer.votes).hasSize(5);
      assertThat(byForm(pulse, "other").statusCode()).isLessThan(400);
      assertThat(pulse.producer.votes).hasSize(6);
    }
  }

  @Test
  void aPollMayHaveALimitOfItsOwnForScriptsAndForms() throws Exception {
    try (var pulse = open(600)) {
      var strict = Samples.poll("open", Visibility.ALWAYS, true);
      pulse.polls.put("open", strict.toBuilder().votesPerNetwork(2).build());
      assertThat(pulse.vote("open", VOTE).statusCode()).isEqualTo(202);
      assertThat(byForm(pulse, "open").statusCode()).isLessThan(400);
      assertThat(pulse.producer.votes).hasSize(2);

      var refused = pulse.vote("open", VOTE);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(retryAfter(refused)).isBetween(200, 300);
      assertThat(new JsonObject(refused.body()).getString("detail"))
          .isEqualTo("Too many votes from your network. Retry in " + retryAfter(refused) + " s.");
      var page = byForm(pulse, "open");
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(retryAfter(page)).isBetween(200, 300);
      assertThat(page.body())
          .containsPattern("Mạng của bạn đã gửi quá nhiều phiếu. Hãy thử lại sau [45] phút.");

      assertThat(pulse.vote("other", VOTE).statusCode()).isEqualTo(202);
      var elsewhere = pulse.vote("open", VOTE, "X-Forwarded-For", "203.0.113.5");
      assertThat(elsewhere.statusCode()).isEqualTo(202);
      assertThat(pulse.producer.votes).hasSize(4);
    }
  }

  private static int retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow();
  }

  /** Votes in the page that works without scripts. */
  private static HttpResponse<String> byForm(DashboardTester pulse, String poll) throws Exception {
    String page = pulse.get("/embed/poll?poll=" + poll).body();
    String hidden =
        HIDDEN
            .matcher(page)
            .results()
            .map(field -> field.group(1) + "=" + encode(field.group(2), UTF_8) + "&")
            .collect(Collectors.joining());
    String form = "application/x-www-form-urlencoded";
    return pulse.send(
        HttpMethod.POST, "/embed/poll", hidden + "choice=useful", "Content-Type", form);
  }

  @Test
  void otherNetworksAreNotLimited() throws Exception {
    try (var pulse = open(2)) {
      pulse.vote("open", VOTE);
      pulse.vote("open", VOTE);
      assertThat(pulse.vote("open", VOTE).statusCode()).isEqualTo(429);
      var elsewhere = pulse.vote("open", VOTE, "X-Forwarded-For", "203.0.113.5");
      assertThat(elsewhere.statusCode()).isEqualTo(202);
    }
  }

  private static DashboardTester open(int votesPerMinute) {
    return open(votesPerMinute, VoteConfig.DEFAULT.perPollHour());
  }

  private static DashboardTester open(int votesPerMinute, int votesPerPollHour) {
    var pulse = DashboardTester.slow(votesPerMinute, votesPerPollHour);
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    pulse.polls.put("other", Samples.poll("other", Visibility.ALWAYS, true));
    return pulse;
  }
}
