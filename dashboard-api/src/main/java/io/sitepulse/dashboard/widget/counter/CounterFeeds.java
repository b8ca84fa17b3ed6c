package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.sse.SseHub;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The event streams of all sites' counters. */
public final class CounterFeeds {
  private final LiveCounters counters;
  private final SseHub<String> hub;

  public CounterFeeds(
      Vertx vertx, Clock clock, SseConfig config, DashboardMetrics metrics, LiveCounters counters) {
    this.counters = counters;
    this.hub = new SseHub<>(vertx, clock, config, metrics, "counters", counters::state);
  }

  /** Follows tables and clock. */
  public void start() {
    counters.onChange(hub::changed);
    hub.start();
  }

  /** Ends all streams. */
  public Future<Void> close() {
    return hub.close();
  }

  SseHub<String> hub() {
    return hub;
  }
}
