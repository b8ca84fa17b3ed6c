package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.PollVote;
import io.vertx.core.Future;

/** Stores votes durably. Implemented by Kafka, and by a fake in tests. */
public interface VoteProducer {
  /**
   * Stores a vote. Does not block.
   *
   * @return completes once the vote is durable. Fails if it cannot be stored now. The same vote may
   *     then be sent again
   */
  Future<Void> cast(PollVote vote);
}
