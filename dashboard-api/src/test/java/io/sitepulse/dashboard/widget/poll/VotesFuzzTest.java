package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Any bytes as the body of a vote, and any text as the token or receipt of a voter. */
class VotesFuzzTest {
  private final VoterTokens tokens = new VoterTokens(new Secret("a secret of this test"));

  @FuzzTest(maxDuration = "5m")
  void body(byte[] body) {
    try {
      VoteRequest vote = VoteRequest.read(Buffer.buffer(body));
      assertThat(vote.choices().size()).isLessThanOrEqualTo(50);
      token(vote.voter() == null ? "" : vote.voter());
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
      assertThat(e.problem().errors()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "5m")
  void cookie(byte[] input) {
    token(new String(input, StandardCharsets.ISO_8859_1));
  }

  /** Nobody guesses a signature. A UUID is no token but one may be made of it. */
  private void token(String text) {
    assertThat(tokens.genuine(text)).isEmpty();
    assertThat(tokens.isReceipt("poll", text)).isFalse();
    tokens.tokenOf(text).ifPresent(token -> assertThat(tokens.genuine(token)).contains(token));
  }
}
