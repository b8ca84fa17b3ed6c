package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Visibility;
import org.junit.jupiter.api.Test;

class ResultVisibilityTest {
  @Test
  void alwaysIsVisibleToAllReaders() {
    assertThat(ResultVisibility.isVisible(Visibility.ALWAYS, Phase.OPEN, false)).isTrue();
  }

  @Test
  void afterVotingIsVisibleToVotersAndToAllOnceClosed() {
    assertThat(ResultVisibility.isVisible(Visibility.AFTER_VOTING, Phase.OPEN, false)).isFalse();
    assertThat(ResultVisibility.isVisible(Visibility.AFTER_VOTING, Phase.OPEN, true)).isTrue();
    assertThat(ResultVisibility.isVisible(Visibility.AFTER_VOTING, Phase.CLOSED, false)).isTrue();
  }

  @Test
  void afterClosingIsHiddenUntilClosed() {
    assertThat(ResultVisibility.isVisible(Visibility.AFTER_CLOSING, Phase.OPEN, true)).isFalse();
    assertThat(ResultVisibility.isVisible(Visibility.AFTER_CLOSING, Phase.CLOSED, false)).isTrue();
  }

  @Test
  void resultsAreHiddenBeforeTheOpening() {
    for (Visibility visibility : Visibility.values()) {
      assertThat(ResultVisibility.isVisible(visibility, Phase.SCHEDULED, true)).isFalse();
    }
  }

  @Test
  void managersIsNeverVisibleToThePublic() {
    assertThat(ResultVisibility.isVisible(Visibility.MANAGERS, Phase.CLOSED, true)).isFalse();
  }
}
