package io.sitepulse.streams.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a vote is accepted: a voter has one ballot in each poll. */
final class BallotRules {
  private BallotRules() {}

  /**
   * Classifies a vote. The first rule that matches applies: a vote delivered before is a duplicate,
   * the poll is unknown, the poll refuses the choices or the time, a first ballot is accepted, a
   * second one replaces the first if the poll allows it, otherwise it is rejected.
   *
   * <p>A correction takes the place of the ballot that it names, whatever the rules of the poll
   * are. It has no effect if there is another one by now.
   *
   * @param poll definition of the poll, null if there is none
   * @param before state of the voter before the vote
   */
  static ClassifiedVote classify(PollVote vote, @Nullable Poll poll, Ballot before) {
    if (vote.replaces() != null) {
      return before.isOf(vote.replaces())
          ? ClassifiedVote.correction(vote.poll(), before.choices(), vote.choices())
          : ClassifiedVote.withoutEffect(vote.poll());
    }
    if (before.votes().contains(vote.id())) {
      return ClassifiedVote.duplicate(vote.poll());
    }
    if (poll == null) {
      return ClassifiedVote.rejected(vote.poll(), Reason.UNKNOWN_POLL);
    }
    Optional<Reason> refused = poll.refuses(vote.choices(), vote.at());
    if (refused.isPresent()) {
      return ClassifiedVote.rejected(vote.poll(), refused.get());
    }
    if (!before.isCast()) {
      return ClassifiedVote.first(vote.poll(), vote.choices());
    }
    return poll.changeable()
        ? ClassifiedVote.change(vote.poll(), before.choices(), vote.choices())
        : ClassifiedVote.rejected(vote.poll(), Reason.ALREADY_VOTED);
  }
}
