package io.sitepulse.dashboard;

import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ballot box a test looks into, or jams. */
public final class FakeBallotBox implements VoteProducer {
  public final List<PollVote> votes = new CopyOnWriteArrayList<>();
  private volatile boolean jammed;

  public void jam() {
    jammed = true;
  }

  @Override
  public Future<Void> cast(PollVote vote) {
    if (jammed) {
      return Future.failedFuture("jammed");
    }
    votes.add(vote);
    return Future.succeededFuture();
  }
}
