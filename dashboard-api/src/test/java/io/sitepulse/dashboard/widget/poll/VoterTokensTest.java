package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.dashboard.secret.Secret;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VoterTokensTest {
  private final VoterTokens tokens = new VoterTokens(new Secret("a secret of this test"));
  private final VoterTokens foreign = new VoterTokens(new Secret("a secret of another"));

  @Test
  void anIssuedTokenIsGenuine() {
    String token = tokens.issue();
    assertThat(tokens.genuine(token)).hasValue(token);
  }

  @Test
  void aTokenSignedWithAnotherSecretIsNotGenuine() {
    assertThat(tokens.genuine(foreign.issue())).isEmpty();
    assertThat(tokens.genuine(null)).isEmpty();
    assertThat(tokens.genuine("")).isEmpty();
    assertThat(tokens.genuine("not base64 !")).isEmpty();
    assertThat(tokens.genuine("A".repeat(43))).isEmpty();
  }

  @Test
  void aTokenWithAnyCharacterChangedIsNotGenuine() {
    String token = tokens.issue();
    // The last character carries bits beyond the last byte, so it is left out.
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(tokens.genuine(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
    }
  }

  @Test
  void twoEncodingsOfATokenAreEqual() {
    String token = tokens.issue();
    assertThat(tokens.genuine(token + "=")).hasValue(token);
  }

  @Test
  void aVoterIdIsStableInOnePollAndDiffersBetweenPolls() {
    String token = tokens.issue();
    assertThat(tokens.voterOf("a", token)).isEqualTo(tokens.voterOf("a", token));
    assertThat(tokens.voterOf("a", token)).isNotEqualTo(tokens.voterOf("b", token));
    assertThat(tokens.voterOf("a", token)).matches("[0-9a-f]{32}");
  }

  @Test
  void aForgedTokenHasNoVoterId() {
    assertThatThrownBy(() -> tokens.voterOf("a", foreign.issue()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberChosenByTheBrowserAlwaysGivesTheSameToken() {
    var number = UUID.randomUUID();
    String token = tokens.issueFor(number);
    assertThat(tokens.tokenOf(number.toString())).hasValue(token);
    assertThat(tokens.tokenOf(token)).hasValue(token);
    assertThat(tokens.genuine(token)).hasValue(token);
    assertThat(tokens.issueFor(UUID.randomUUID())).isNotEqualTo(token);
    assertThat(foreign.issueFor(number)).isNotEqualTo(token);
  }

  @Test
  void otherTextsGiveNoToken() {
    assertThat(tokens.tokenOf(null)).isEmpty();
    assertThat(tokens.tokenOf("")).isEmpty();
    assertThat(tokens.tokenOf("1-1-1-1-1")).isEmpty();
    assertThat(tokens.tokenOf("x".repeat(36))).isEmpty();
    assertThat(tokens.tokenOf(foreign.issue())).isEmpty();
  }

  @Test
  void aReceiptIsValidForItsPollOnly() {
    String receipt = tokens.receipt("a");
    assertThat(tokens.isReceipt("a", receipt)).isTrue();
    assertThat(tokens.isReceipt("b", receipt)).isFalse();
    assertThat(tokens.isReceipt("a", foreign.receipt("a"))).isFalse();
    assertThat(tokens.isReceipt("a", null)).isFalse();
  }

  @Test
  void twoReceiptsOfOnePollDiffer() {
    assertThat(tokens.receipt("a")).isNotEqualTo(tokens.receipt("a"));
  }

  @Test
  void aShortSecretIsRefusedAndSecretsAreNotPrinted() {
    assertThatThrownBy(() -> new Secret("short")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Secret("a secret of this test")).hasToString("***");
  }
}
