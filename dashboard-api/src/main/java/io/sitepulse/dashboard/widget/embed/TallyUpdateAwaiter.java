package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.PublicPollResponse;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits until a vote is part of the tally of its poll. A page without scripts does not refresh, so
 * it should show results that include the reader's own vote.
 */
final class TallyUpdateAwaiter {
  private static final int POLL_INTERVAL_MS = 50;

  /** Limits the wait, because a vote need not change the tally. */
  private static final int MAX_POLLS = 30;

  private final LivePolls polls;
  private final Poll poll;
  private final PublicPollResponse before;

  /** Remembers the present tally. Create it before the vote is cast. */
  TallyUpdateAwaiter(LivePolls polls, Poll poll) {
    this.polls = polls;
    this.poll = poll;
    this.before = polls.response(poll, true);
  }

  /** Completes when the tally has changed, or after 1.5 s. */
  Future<Void> changed(Vertx vertx) {
    if (!before.reader().resultsVisible()) {
      return Future.succeededFuture();
    }
    Promise<Void> done = Promise.promise();
    var polled = new AtomicInteger();
    vertx.setPeriodic(
        POLL_INTERVAL_MS,
        timer -> {
          if (polled.incrementAndGet() == MAX_POLLS || !polls.response(poll, true).equals(before)) {
            vertx.cancelTimer(timer);
            done.complete();
          }
        });
    return done.future();
  }
}
