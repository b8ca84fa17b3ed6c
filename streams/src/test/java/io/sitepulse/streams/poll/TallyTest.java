package io.sitepulse.streams.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.PollTally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final ShardTally NONE = ShardTally.none("p", 0);

  @Test
  void aChangedBallotMovesToItsNewOptions() {
    ShardTally tally =
        NONE.plus(ClassifiedVote.first("p", List.of("useful", "easy")))
            .plus(ClassifiedVote.change("p", List.of("useful", "easy"), List.of("easy", "rich")));

    assertThat(tally.ballots()).isEqualTo(Map.of("easy", 1L, "rich", 1L));
    assertThat(tally.ledger().ballots()).isEqualTo(1);
    assertThat(tally.ledger().changes()).isEqualTo(1);
  }

  @Test
  void aRejectedVoteIsOnlyInTheLedger() {
    ShardTally tally = NONE.plus(ClassifiedVote.rejected("p", Reason.CLOSED));

    assertThat(tally.ballots()).isEmpty();
    assertThat(tally.ledger().rejected()).isEqualTo(Map.of(Reason.CLOSED, 1L));
  }

  @Test
  void theTallyOfAPollIsTheSumOfItsShards() {
    ShardTally first = NONE.plus(ClassifiedVote.first("p", List.of("useful")));
    ShardTally other = ShardTally.none("p", 1).plus(ClassifiedVote.first("p", List.of("useful")));
    PollTally sum = TallyAggregator.replacePart(PollTally.none("p"), NONE, first, NOON);
    sum = TallyAggregator.replacePart(sum, ShardTally.none("p", 1), other, NOON);
    ShardTally changed = first.plus(ClassifiedVote.change("p", List.of("useful"), List.of("rich")));

    sum = TallyAggregator.replacePart(sum, first, changed, NOON.minusSeconds(1));

    assertThat(sum.ballots()).isEqualTo(Map.of("useful", 1L, "rich", 1L));
    assertThat(sum.participants()).isEqualTo(2);
    assertThat(sum.asOf()).isEqualTo(NOON);
  }
}
