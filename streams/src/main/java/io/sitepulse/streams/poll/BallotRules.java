package io.sitepulse.streams.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One ballot a voter and poll. */
final class BallotRules {
  private BallotRules() {}

  /**
   * Judges a vote. The first rule that fits decides: handed over before; poll unknown; not by the
   * poll's rules; first ballot; second ballot where the first may change; already voted.
   *
   * @param poll the poll's definition; null if there is none
   * @param before what is remembered of the voter in this poll
   */
  static ClassifiedVote judge(PollVote vote, @Nullable Poll poll, Ballot before) {
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
