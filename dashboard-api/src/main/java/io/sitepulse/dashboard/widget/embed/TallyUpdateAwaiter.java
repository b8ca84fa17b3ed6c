package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.PublicPollResponse;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who has voted on a page without scripts sees the result once: it should have their vote in it.
 */
final class TallyUpdateAwaiter {
  private static final int LOOK_EVERY_MS = 50;

  /** After these the answer goes out all the same: the vote may have changed nothing. */
  private static final int LOOKS = 30;

  private final LivePolls polls;
  private final Poll poll;
  private final PublicPollResponse before;

  /** Begins before the vote is cast. */
  TallyUpdateAwaiter(LivePolls polls, Poll poll) {
    this.polls = polls;
    this.poll = poll;
    this.before = polls.body(poll, true);
  }

  /** Done when the tally is another one than before, at the latest after 1.5 s. */
  Future<Void> changed(Vertx vertx) {
    if (!before.resultsVisible()) {
      return Future.succeededFuture();
    }
    Promise<Void> done = Promise.promise();
    var looks = new AtomicInteger();
    vertx.setPeriodic(
        LOOK_EVERY_MS,
        timer -> {
          if (looks.incrementAndGet() == LOOKS || !polls.body(poll, true).equals(before)) {
            vertx.cancelTimer(timer);
            done.complete();
          }
        });
    return done.future();
  }
}
