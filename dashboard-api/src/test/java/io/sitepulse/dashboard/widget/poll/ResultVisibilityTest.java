package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Visibility;
import org.junit.jupiter.api.Test;

class ResultVisibilityTest {
  @Test
  void alwaysIsForEverybody() {
    assertThat(ResultVisibility.areFor(Visibility.ALWAYS, Phase.OPEN, false)).isTrue();
  }

  @Test
  void afterVotingIsForVotersAndForAllOnceNobodyCanVote() {
    assertThat(ResultVisibility.areFor(Visibility.AFTER_VOTING, Phase.OPEN, false)).isFalse();
    assertThat(ResultVisibility.areFor(Visibility.AFTER_VOTING, Phase.OPEN, true)).isTrue();
    assertThat(ResultVisibility.areFor(Visibility.AFTER_VOTING, Phase.CLOSED, false)).isTrue();
  }

  @Test
  void afterClosingIsForNobodyBefore() {
    assertThat(ResultVisibility.areFor(Visibility.AFTER_CLOSING, Phase.OPEN, true)).isFalse();
    assertThat(ResultVisibility.areFor(Visibility.AFTER_CLOSING, Phase.CLOSED, false)).isTrue();
  }

  @Test
  void thereIsNoneBeforeTheOpening() {
    for (Visibility visibility : Visibility.values()) {
      assertThat(ResultVisibility.areFor(visibility, Phase.SCHEDULED, true)).isFalse();
    }
  }

  @Test
  void managersIsNeverForThePublic() {
    assertThat(ResultVisibility.areFor(Visibility.MANAGERS, Phase.CLOSED, true)).isFalse();
  }
}
