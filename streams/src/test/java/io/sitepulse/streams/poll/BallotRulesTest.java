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
  private static final Ballot CAST = Ballot.NONE.after(EARLIER, List.of("useful"));

  @Test
  void aFirstBallotIsTaken() {
    ClassifiedVote verdict = BallotRules.judge(vote(), FIXED, Ballot.NONE);

    assertThat(verdict.isTaken()).isTrue();
    assertThat(verdict.added()).containsExactly("easy");
    assertThat(verdict.removed()).isEmpty();
    assertThat(verdict.ledger().ballots()).isEqualTo(1);
  }

  @Test
  void aSecondBallotChangesTheFirstWhereThePollAllowsIt() {
    ClassifiedVote verdict = BallotRules.judge(vote(), CHANGEABLE, CAST);

    assertThat(verdict.isTaken()).isTrue();
    assertThat(verdict.removed()).containsExactly("useful");
    assertThat(verdict.added()).containsExactly("easy");
    assertThat(verdict.ledger().changes()).isEqualTo(1);
  }

  @Test
  void aSecondBallotIsRejectedWhereThePollDoesNot() {
    assertThat(BallotRules.judge(vote(), FIXED, CAST).reason()).isEqualTo(Reason.ALREADY_VOTED);
  }

  @Test
  void theSameVoteAgainIsADuplicateEvenWithAnotherBetween() {
    Ballot later = CAST.after(new UUID(0, 2), List.of("useful"));
    PollVote again = Polls.vote("p", 1, EARLIER, "useful");

    assertThat(BallotRules.judge(again, FIXED, CAST).ledger().duplicates()).isEqualTo(1);
    assertThat(BallotRules.judge(again, CHANGEABLE, later).ledger().duplicates()).isEqualTo(1);
    assertThat(BallotRules.judge(again, null, later).ledger().duplicates()).isEqualTo(1);
  }

  @Test
  void aVoteForNoPollIsRejected() {
    assertThat(BallotRules.judge(vote(), null, Ballot.NONE).reason())
        .isEqualTo(Reason.UNKNOWN_POLL);
  }

  @Test
  void aBallotRemembersItsLatestVotesOnly() {
    Ballot ballot = Ballot.NONE;
    for (int i = 0; i < 20; i++) {
      ballot = ballot.after(new UUID(0, i), List.of("useful"));
    }

    assertThat(ballot.votes()).hasSize(Ballot.REMEMBERED).startsWith(new UUID(0, 19));
  }

  private static PollVote vote() {
    return Polls.vote("p", 1, UUID.randomUUID(), "easy");
  }
}
