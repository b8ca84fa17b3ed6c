package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.sse.SseHub;
import io.sitepulse.dashboard.widget.poll.LivePolls.Subject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The event streams of all polls: one for readers who voted, one for those who did not. */
public final class PollFeeds {
  private final LivePolls polls;
  private final SseHub<Subject> hub;

  public PollFeeds(
      Vertx vertx, Clock clock, SseConfig config, DashboardMetrics metrics, LivePolls polls) {
    this.polls = polls;
    this.hub = new SseHub<>(vertx, clock, config, metrics, "poll", polls::state);
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

  SseHub<Subject> hub() {
    return hub;
  }
}
