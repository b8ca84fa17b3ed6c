package io.sitepulse.dashboard;

import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Vote producer that keeps the votes in memory, and fails on request. */
public final class FakeVoteProducer implements VoteProducer {
  public final List<PollVote> votes = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  public void fail() {
    failing = true;
  }

  @Override
  public Future<Void> cast(PollVote vote) {
    if (failing) {
      return Future.failedFuture("failing");
    }
    votes.add(vote);
    return Future.succeededFuture();
  }
}
