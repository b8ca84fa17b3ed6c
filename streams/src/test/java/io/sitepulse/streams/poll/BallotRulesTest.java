package io.sitepulse.streams.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.streams.topology.Polls;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BallotRulesTest {
  private static final Poll FIXED = Polls.poll("p", 1, false);
  private static final Poll CHANGEABLE = Polls.poll("p", 1, true);
  private static final UUID EARLIER = new UUID(0, 1);
  private static final Ballot CAST = Ballot.NONE.accepted(EARLIER, List.of("useful"));

  @Test
  void aFirstBallotIsAccepted() {
    ClassifiedVote result = BallotRules.classify(vote(), FIXED, Ballot.NONE);

    assertThat(result.accepted()).isTrue();
    assertThat(result.added()).containsExactly("easy");
    assertThat(result.removed()).isEmpty();
    assertThat(result.ledger().ballots()).isEqualTo(1);
  }

  @Test
  void aSecondBallotReplacesTheFirstIfThePollAllowsIt() {
    ClassifiedVote result = BallotRules.classify(vote(), CHANGEABLE, CAST);

    assertThat(result.accepted()).isTrue();
    assertThat(result.removed()).containsExactly("useful");
    assertThat(result.added()).containsExactly("easy");
    assertThat(result.ledger().changes()).isEqualTo(1);
  }

  @Test
  void aSecondBallotIsRejectedIfThePollForbidsIt() {
    assertThat(BallotRules.classify(vote(), FIXED, CAST).reason()).isEqualTo(Reason.ALREADY_VOTED);
  }

  @Test
  void aRepeatedVoteIsADuplicateEvenAfterAnotherVote() {
    Ballot later = CAST.accepted(new UUID(0, 2), List.of("useful"));
    PollVote again = Polls.vote("p", 1, EARLIER, "useful");

    assertThat(BallotRules.classify(again, FIXED, CAST).ledger().duplicates()).isEqualTo(1);
    assertThat(BallotRules.classify(again, CHANGEABLE, later).ledger().duplicates()).isEqualTo(1);
    assertThat(BallotRules.classify(again, null, later).ledger().duplicates()).isEqualTo(1);
  }

  @Test
  void aVoteForAnUnknownPollIsRejected() {
    assertThat(BallotRules.classify(vote(), null, Ballot.NONE).reason())
        .isEqualTo(Reason.UNKNOWN_POLL);
  }

  @Test
  void aBallotRemembersOnlyTheLatestVotes() {
    Ballot ballot = Ballot.NONE;
    for (int i = 0; i < 20; i++) {
      ballot = ballot.accepted(new UUID(0, i), List.of("useful"));
    }

    assertThat(ballot.votes()).hasSize(Ballot.REMEMBERED).startsWith(new UUID(0, 19));
  }

  private static PollVote vote() {
    return Polls.vote("p", 1, UUID.randomUUID(), "easy");
  }
}
