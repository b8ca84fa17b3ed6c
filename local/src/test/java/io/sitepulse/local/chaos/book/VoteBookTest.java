package io.sitepulse.local.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.VoteLedger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VoteBookTest {
  private static final String CHANGEABLE = "changeable";
  private static final String FIXED = "fixed";

  private final UUID voter = UUID.randomUUID();
  private final VoteBook book = new VoteBook(Set.of(CHANGEABLE, FIXED), Set.of(CHANGEABLE));

  @Test
  void theLastBallotOfAVoterCountsWhereItMayBeChanged() {
    send(vote(CHANGEABLE, "useful"));
    send(vote(CHANGEABLE, "rich"));
    var ledger = new VoteLedger(2, 1, 1, 0, Map.of());

    assertThat(compare(tally(CHANGEABLE, Map.of("useful", 0L, "rich", 1L), ledger))).isEmpty();
    assertThat(compare(tally(CHANGEABLE, Map.of("useful", 1L), ledger)))
        .containsExactly(
            "changeable: ballots for rich is 0, expected 1",
            "changeable: ballots for useful is 1, expected 0");
  }

  @Test
  void theFirstBallotOfAVoterCountsWhereItMayNotBeChanged() {
    send(vote(FIXED, "useful"));
    send(vote(FIXED, "rich"));
    var ledger = new VoteLedger(2, 1, 0, 0, Map.of(Reason.ALREADY_VOTED, 1L));

    assertThat(compare(tally(FIXED, Map.of("useful", 1L), ledger))).isEmpty();
    assertThat(compare(tally(FIXED, Map.of("rich", 1L), ledger))).hasSize(2);
  }

  @Test
  void aRepeatedVoteIsADuplicateOnly() {
    SentVote vote = vote(CHANGEABLE, "useful");
    send(vote);
    send(vote);

    assertThat(
            compare(tally(CHANGEABLE, Map.of("useful", 1L), new VoteLedger(2, 1, 0, 1, Map.of()))))
        .isEmpty();
    assertThat(
            compare(tally(CHANGEABLE, Map.of("useful", 1L), new VoteLedger(2, 1, 1, 0, Map.of()))))
        .containsExactly("changeable: changed ballots is 1, expected 0");
  }

  @Test
  void aBallotThatIsNotCountedIsADifference() {
    send(vote(FIXED, "useful"));

    assertThat(compare()).contains("fixed: participants is 0, expected 1");
  }

  @Test
  void aVoteThatWasNeverAnsweredIsTold() {
    book.sending(vote(FIXED, "useful"));

    assertThat(book.unacknowledged()).isEqualTo(1);
    assertThat(compare()).isEmpty();
  }

  private List<String> compare(PollTally... counted) {
    var tallies = new TreeMap<String, PollTally>();
    List.of(counted).forEach(tally -> tallies.put(tally.poll(), tally));
    return Comparison.polls(book.tallies(), tallies);
  }

  private void send(SentVote vote) {
    book.sending(vote);
    book.acknowledged(vote);
  }

  private SentVote vote(String poll, String choice) {
    return new SentVote(UUID.randomUUID(), poll, voter, choice);
  }

  private static PollTally tally(String poll, Map<String, Long> ballots, VoteLedger ledger) {
    return new PollTally(
        PollTally.VERSION, poll, Instant.EPOCH, new TreeMap<>(ballots), ledger.ballots(), ledger);
  }
}
