package io.sitepulse.dashboard.sse;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * How event streams behave.
 *
 * @param maxConnections readers one instance serves at once; more are answered 503
 * @param interval least time between two messages of one subject
 * @param keepAlive time between two comments that keep a silent connection open
 */
public record SseConfig(int maxConnections, Duration interval, Duration keepAlive) {
  /** What goes without saying. */
  public static final SseConfig DEFAULT =
      new SseConfig(20_000, Duration.ofSeconds(1), Duration.ofSeconds(15));

  /** Reads {@code sitepulse.dashboard.live-…}. */
  public static SseConfig from(Settings settings) {
    return new SseConfig(
        settings.integer(
            "sitepulse.dashboard.live-max-connections", DEFAULT.maxConnections, 1, 1_000_000),
        settings.duration("sitepulse.dashboard.live-interval", DEFAULT.interval),
        settings.duration("sitepulse.dashboard.live-keep-alive", DEFAULT.keepAlive));
  }
}
