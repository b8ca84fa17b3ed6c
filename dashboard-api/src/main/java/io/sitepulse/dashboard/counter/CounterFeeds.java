package io.sitepulse.dashboard.counter;

import io.sitepulse.dashboard.DashboardMetrics;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.live.LiveHub;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The event streams of all sites' counters. */
public final class CounterFeeds {
  private final LiveCounters counters;
  private final LiveHub<String> hub;

  public CounterFeeds(
      Vertx vertx,
      Clock clock,
      LiveConfig config,
      DashboardMetrics metrics,
      LiveCounters counters) {
    this.counters = counters;
    this.hub = new LiveHub<>(vertx, clock, config, metrics, "counters", counters::state);
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

  LiveHub<String> hub() {
    return hub;
  }
}
