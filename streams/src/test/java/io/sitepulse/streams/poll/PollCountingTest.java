package io.sitepulse.streams.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.topology.CountingTester;
import io.sitepulse.streams.topology.Polls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollCountingTest {
  private static final Instant NOON = Polls.NOON;

  private final CountingTester counting = CountingTester.startAt(NOON);

  @AfterEach
  void close() {
    counting.close();
  }

  @Test
  void ballotsAreCountedByOptionAndParticipantsByVoter() {
    counting.define(Polls.poll("p", 2, false));
    counting.vote(vote(1, "useful", "easy"), vote(2, "useful"), vote(3, "rich"));

    PollTally tally = counting.tally("p");
    assertThat(tally.ballots()).isEqualTo(Map.of("useful", 2L, "easy", 1L, "rich", 1L));
    assertThat(tally.participants()).isEqualTo(3);
    assertThat(tally.ledger()).isEqualTo(new VoteLedger(3, 3, 0, 0, Map.of()));
  }

  @Test
  void aSecondBallotReplacesTheFirst() {
    counting.define(Polls.poll("p", 1, true));
    counting.vote(vote(1, "useful"), vote(1, "easy"), vote(1, "rich"));

    PollTally tally = counting.tally("p");
    assertThat(tally.ballots()).isEqualTo(Map.of("rich", 1L));
    assertThat(tally.participants()).isEqualTo(1);
    assertThat(tally.ledger()).isEqualTo(new VoteLedger(3, 1, 2, 0, Map.of()));
  }

  @Test
  void aSecondBallotIsRejectedIfThePollForbidsIt() {
    counting.define(Polls.poll("p", 1, false));
    counting.vote(vote(1, "useful"), vote(1, "easy"));

    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("useful", 1L));
    assertThat(counting.tally("p").ledger())
        .isEqualTo(new VoteLedger(2, 1, 0, 0, Map.of(Reason.ALREADY_VOTED, 1L)));
    assertThat(counting.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly(Reason.ALREADY_VOTED);
    assertThat(counting.rejected().get(0).subject()).isEqualTo("p");
  }

  @Test
  void aCorrectionTakesThePlaceOfABallotAndIsInNoLedger() {
    counting.define(Polls.poll("p", 1, true));
    PollVote stuffed = vote(1, "rich");
    counting.vote(vote(1, "useful"), stuffed, vote(2, "easy"));
    counting.vote(correction(stuffed, "useful"));

    PollTally tally = counting.tally("p");
    assertThat(tally.ballots()).isEqualTo(Map.of("useful", 1L, "easy", 1L));
    assertThat(tally.participants()).isEqualTo(2);
    assertThat(tally.setAside()).isZero();
    assertThat(tally.ledger()).isEqualTo(new VoteLedger(3, 2, 1, 0, Map.of()));
  }

  @Test
  void aVoterWithoutABallotIsNoParticipantUntilTheNextVote() {
    counting.define(Polls.poll("p", 1, true));
    PollVote stuffed = vote(1, "rich");
    PollVote none = correction(stuffed);
    counting.vote(stuffed, vote(2, "easy"), none, none);

    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("easy", 1L));
    assertThat(counting.tally("p").participants()).isEqualTo(1);
    assertThat(counting.tally("p").setAside()).isEqualTo(1);

    counting.vote(vote(1, "useful"));
    PollTally tally = counting.tally("p");
    assertThat(tally.ballots()).isEqualTo(Map.of("easy", 1L, "useful", 1L));
    assertThat(tally.participants()).isEqualTo(2);
    assertThat(tally.setAside()).isZero();
    assertThat(tally.ledger()).isEqualTo(new VoteLedger(3, 2, 1, 0, Map.of()));
  }

  @Test
  void aBallotCountsAgainAfterTwoCorrections() {
    counting.define(Polls.poll("p", 1, false));
    PollVote vote = vote(1, "rich");
    PollVote none = correction(vote);
    counting.vote(vote, none, correction(none, "rich"));

    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("rich", 1L));
    assertThat(counting.tally("p").participants()).isEqualTo(1);
    assertThat(counting.tally("p").setAside()).isZero();
  }

  @Test
  void aCorrectionThatChangesNothingIsTheBallotNevertheless() {
    counting.define(Polls.poll("p", 1, false));
    PollVote vote = vote(1, "rich");
    PollVote none = correction(vote);
    PollVote same = correction(none);
    counting.vote(vote, none, same, correction(none, "easy"), correction(same, "useful"));

    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("useful", 1L));
    assertThat(counting.tally("p").participants()).isEqualTo(1);
  }

  @Test
  void aCorrectionOfABallotThatIsNoMoreHasNoEffect() {
    counting.define(Polls.poll("p", 1, true));
    PollVote first = vote(1, "rich");
    counting.vote(first, vote(1, "useful"), correction(first), correction(vote(7, "easy"), "rich"));

    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("useful", 1L));
    assertThat(counting.tally("p").participants()).isEqualTo(1);
  }

  @Test
  void whoseBallotIsSetAsideDoesNotVoteAgainIfThePollForbidsIt() {
    counting.define(Polls.poll("p", 1, false));
    PollVote stuffed = vote(1, "rich");
    counting.vote(stuffed, correction(stuffed), vote(1, "useful"));

    assertThat(counting.tally("p").ballots()).isEmpty();
    assertThat(counting.tally("p").ledger().rejected()).isEqualTo(Map.of(Reason.ALREADY_VOTED, 1L));
  }

  @Test
  void aBallotOfAnEarlierReleaseIsCorrected() throws Exception {
    UUID vote = UUID.randomUUID();
    String stored = "{\"votes\":[\"%s\"],\"choices\":[\"rich\"]}".formatted(vote);
    Ballot ballot = Json.MAPPER.readValue(stored, Ballot.class);

    assertThat(ballot.isOf(vote)).isTrue();
    assertThat(ballot.isOf(UUID.randomUUID())).isFalse();
  }

  private static PollVote correction(PollVote of, String... choices) {
    return new PollVote(
        PollVote.VERSION,
        UUID.randomUUID(),
        of.poll(),
        of.voter(),
        List.of(choices),
        of.at(),
        of.id());
  }

  @Test
  void aVoteDeliveredTwiceCountsOnce() {
    counting.define(Polls.poll("p", 1, true));
    PollVote vote = vote(1, "useful");
    counting.vote(vote, vote);

    assertThat(counting.tally("p").ledger()).isEqualTo(new VoteLedger(2, 1, 0, 1, Map.of()));
    assertThat(counting.rejected()).isEmpty();
  }

  @Test
  void aRejectedVoteDeliveredTwiceIsRejectedOnce() {
    counting.define(Polls.poll("p", 1, true));
    PollVote vote = vote(1, "nonsense");
    counting.vote(vote, vote);

    assertThat(counting.tally("p").ledger())
        .isEqualTo(new VoteLedger(2, 0, 0, 1, Map.of(Reason.UNKNOWN_OPTION, 1L)));
    assertThat(counting.rejected()).hasSize(1);
  }

  @Test
  void aRejectedVoteDoesNotChangeTheBallot() {
    counting.define(Polls.poll("p", 1, true));
    counting.vote(vote(1, "useful"), vote(1, "useful", "easy"), vote(1, "rich"));

    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("rich", 1L));
    assertThat(counting.tally("p").ledger())
        .isEqualTo(new VoteLedger(3, 1, 1, 0, Map.of(Reason.NUMBER_OF_CHOICES, 1L)));
  }

  @Test
  void aPollAcceptsBallotsFromItsOpeningToItsClosing() {
    counting.define(Polls.poll("p", 1, true, NOON, NOON.plusSeconds(60)));
    counting.vote(
        voteAt(1, NOON.minusMillis(1)),
        voteAt(2, NOON),
        voteAt(3, NOON.plusSeconds(60).minusMillis(1)),
        voteAt(4, NOON.plusSeconds(60)));

    assertThat(counting.tally("p").ledger())
        .isEqualTo(new VoteLedger(4, 2, 0, 0, Map.of(Reason.NOT_OPEN, 1L, Reason.CLOSED, 1L)));
  }

  @Test
  void aVoteForAnUnknownPollIsRejected() {
    counting.vote(vote(1, "useful"));

    assertThat(counting.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly(Reason.UNKNOWN_POLL);
  }

  @Test
  void anUnreadableDefinitionHidesNoReadableOne() {
    counting.define(Polls.poll("p", 1, false));
    counting.sendText(Topics.POLLS, "p", "{\"id\":\"p\",\"visibility\":\"of-a-newer-release\"}");
    counting.sendText(Topics.POLLS, "q", "no definition");
    counting.vote(vote(1, "useful"), vote(1, "easy"));
    assertThat(counting.tally("p").ledger())
        .isEqualTo(new VoteLedger(2, 1, 0, 0, Map.of(Reason.ALREADY_VOTED, 1L)));

    counting.define(Polls.poll("p", 1, true));
    counting.vote(vote(1, "rich"));
    assertThat(counting.tally("p").ballots()).isEqualTo(Map.of("rich", 1L));

    counting.sendText(Topics.POLLS, "p", "{");
    counting.sendBytes(Topics.POLLS, "p", null, NOON);
    counting.vote(vote(2, "rich"));
    assertThat(counting.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly(Reason.ALREADY_VOTED, Reason.UNKNOWN_POLL);
  }

  @Test
  void unreadableVotesAreRejectedAndStopNothing() {
    counting.define(Polls.poll("p", 1, true));
    counting.sendText(Topics.POLL_VOTES, "p|x", "nonsense");
    counting.sendText(Topics.POLL_VOTES, "p|x", "{\"poll\":\"p\",\"voter\":\"nobody\"}");
    counting.vote(vote(1, "useful"));

    assertThat(counting.rejected()).hasSize(2).allMatch(r -> r.reason() == Reason.UNREADABLE);
    assertThat(counting.tally("p").ledger())
        .isEqualTo(new VoteLedger(2, 1, 0, 0, Map.of(Reason.UNREADABLE, 1L)));
  }

  @Test
  void anUnreadableDefinitionStopsNothing() {
    counting.define(Polls.poll("p", 1, true));
    counting.sendText(Topics.POLLS, "broken", "{ not json");
    counting.vote(vote(1, "useful"), Polls.vote("broken", 1, UUID.randomUUID(), "useful"));

    assertThat(counting.tally("p").participants()).isEqualTo(1);
    assertThat(counting.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly(Reason.UNKNOWN_POLL);
  }

  private static PollVote vote(long voter, String... choices) {
    return Polls.vote("p", voter, UUID.randomUUID(), choices);
  }

  private static PollVote voteAt(long voter, Instant at) {
    return Polls.vote("p", voter, UUID.randomUUID(), at, "useful");
  }
}
