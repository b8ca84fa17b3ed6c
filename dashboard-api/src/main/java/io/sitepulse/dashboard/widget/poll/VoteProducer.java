package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.PollVote;
import io.vertx.core.Future;

/** Where votes go. */
public interface VoteProducer {
  /**
   * Takes a vote; never blocks.
   *
   * @return done once the vote is durable; fails if it cannot be made so now, and then the same
   *     vote may be sent again
   */
  Future<Void> cast(PollVote vote);
}
