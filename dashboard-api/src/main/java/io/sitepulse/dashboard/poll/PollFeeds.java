package io.sitepulse.dashboard.poll;

import io.sitepulse.dashboard.DashboardMetrics;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.live.LiveHub;
import io.sitepulse.dashboard.poll.LivePolls.Subject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The event streams of all polls: one for readers who voted, one for those who did not. */
public final class PollFeeds {
  private final LivePolls polls;
  private final LiveHub<Subject> hub;

  public PollFeeds(
      Vertx vertx, Clock clock, LiveConfig config, DashboardMetrics metrics, LivePolls polls) {
    this.polls = polls;
    this.hub = new LiveHub<>(vertx, clock, config, metrics, "poll", polls::state);
  }

  /** Follows tables and clock. */
  public void start() {
    polls.onChange(
        poll -> {
          hub.changed(new Subject(poll, false));
          hub.changed(new Subject(poll, true));
        });
    hub.start();
  }

  /** Ends all streams. */
  public Future<Void> close() {
    return hub.close();
  }

  LiveHub<Subject> hub() {
    return hub;
  }
}
