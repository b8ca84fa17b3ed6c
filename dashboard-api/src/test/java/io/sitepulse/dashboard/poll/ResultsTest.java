package io.sitepulse.dashboard.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Visibility;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void alwaysIsForEverybody() {
    assertThat(Results.areFor(Visibility.ALWAYS, Phase.OPEN, false)).isTrue();
  }

  @Test
  void afterVotingIsForVotersAndForAllOnceNobodyCanVote() {
    assertThat(Results.areFor(Visibility.AFTER_VOTING, Phase.OPEN, false)).isFalse();
    assertThat(Results.areFor(Visibility.AFTER_VOTING, Phase.OPEN, true)).isTrue();
    assertThat(Results.areFor(Visibility.AFTER_VOTING, Phase.CLOSED, false)).isTrue();
  }

  @Test
  void afterClosingIsForNobodyBefore() {
    assertThat(Results.areFor(Visibility.AFTER_CLOSING, Phase.OPEN, true)).isFalse();
    assertThat(Results.areFor(Visibility.AFTER_CLOSING, Phase.CLOSED, false)).isTrue();
  }

  @Test
  void thereIsNoneBeforeTheOpening() {
    for (Visibility visibility : Visibility.values()) {
      assertThat(Results.areFor(visibility, Phase.SCHEDULED, true)).isFalse();
    }
  }

  @Test
  void managersIsNeverForThePublic() {
    assertThat(Results.areFor(Visibility.MANAGERS, Phase.CLOSED, true)).isFalse();
  }
}
