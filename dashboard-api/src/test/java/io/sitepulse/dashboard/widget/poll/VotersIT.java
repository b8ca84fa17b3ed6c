package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which votes belong to the same voter, over HTTP. */
class VotersIT {
  private static final String VOTE = "{\"choices\":[\"useful\"]}";

  private final DashboardTester pulse = DashboardTester.start();

  @BeforeEach
  void fill() {
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aTokenInCookieOrBodyIdentifiesTheSameVoter() throws Exception {
    var first = pulse.vote("open", VOTE);
    String token = new JsonObject(first.body()).getString("voter");
    pulse.vote("open", VOTE, "Cookie", "sitepulse_voter=" + token);
    pulse.vote("open", "{\"choices\":[\"easy\"],\"voter\":\"" + token + "\"}");
    assertThat(pulse.producer.votes).hasSize(3);
    assertThat(pulse.producer.votes).extracting(vote -> vote.voter()).containsOnly(voter(0));
  }

  @Test
  void aForgedTokenGivesANewVoter() throws Exception {
    var answer = pulse.vote("open", VOTE, "Cookie", "sitepulse_voter=" + "A".repeat(43));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(new JsonObject(answer.body()).getString("voter")).isNotEqualTo("A".repeat(43));
  }

  @Test
  void aFirstVoteRepeatedWithItsIdHasTheSameVoter() throws Exception {
    String vote = "{\"choices\":[\"useful\"],\"id\":\"11111111-1111-4111-8111-111111111111\"}";
    pulse.vote("open", vote);
    pulse.vote("open", vote);
    assertThat(voter(0)).isEqualTo(voter(1));
    assertThat(pulse.producer.votes.get(0).id()).isEqualTo(pulse.producer.votes.get(1).id());
  }

  /** Readers of the stored votes must not be able to act as their voters. */
  @Test
  void noStoredIdGivesTheTokenOfAVoter() throws Exception {
    String id = "11111111-1111-4111-8111-111111111111";
    String number = "22222222-2222-4222-8222-222222222222";
    for (String rest :
        List.of("", ",\"id\":\"%s\"".formatted(id), ",\"voter\":\"%s\"".formatted(number))) {
      var answer =
          new JsonObject(pulse.vote("open", "{\"choices\":[\"useful\"]" + rest + "}").body());
      var vote = pulse.producer.votes.get(pulse.producer.votes.size() - 1);
      for (String field : List.of("id", "voter")) {
        String again = "{\"choices\":[\"easy\"],\"%s\":\"%s\"}".formatted(field, vote.id());
        var other = new JsonObject(pulse.vote("open", again).body());
        assertThat(other.getString("voter")).as(rest).isNotEqualTo(answer.getString("voter"));
      }
    }
  }

  @Test
  void theResponseHasTheIdThatTheClientChose() throws Exception {
    String id = "11111111-1111-4111-8111-111111111111";
    var answer = pulse.vote("open", "{\"choices\":[\"useful\"],\"id\":\"" + id + "\"}");
    assertThat(new JsonObject(answer.body()).getString("id")).isEqualTo(id);
    assertThat(pulse.producer.votes.get(0).id()).isNotEqualTo(UUID.fromString(id));
  }

  @Test
  void aVoterWithALostResponseKeepsTheirIdentity() throws Exception {
    String number = "\"voter\":\"22222222-2222-4222-8222-222222222222\"";
    pulse.vote("open", "{\"choices\":[\"useful\"]," + number + "}");
    var answer = pulse.vote("open", "{\"choices\":[\"easy\"]," + number + "}");
    String token = new JsonObject(answer.body()).getString("voter");
    pulse.vote("open", "{\"choices\":[\"rich\"],\"voter\":\"" + token + "\"}");
    assertThat(pulse.producer.votes)
        .extracting(vote -> vote.voter())
        .hasSize(3)
        .containsOnly(voter(0));
    assertThat(token).isNotEqualTo("22222222-2222-4222-8222-222222222222");
  }

  private String voter(int index) {
    return pulse.producer.votes.get(index).voter();
  }
}
