package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Tests the rate limit of a voter's network over HTTP. */
class VoteRateLimitIT {
  private static final String VOTE = "{\"choices\":[\"useful\"]}";
  private static final int OFFICE = 400;

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
    var pulse = DashboardTester.slow(votesPerMinute);
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    return pulse;
  }
}
