package io.sitepulse.dashboard.sse;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * Configuration of the event streams.
 *
 * @param maxConnections maximum number of open streams of one instance. Further requests are
 *     answered 503
 * @param maxPerNetwork maximum number of open streams of one network, see {@link
 *     StreamsPerNetwork}. Further requests are answered 429
 * @param interval minimum time between two messages of one subject
 * @param keepAlive time between two comments that keep a silent connection open
 */
public record SseConfig(
    int maxConnections, int maxPerNetwork, Duration interval, Duration keepAlive) {
  /** The defaults. */
  public static final SseConfig DEFAULT =
      new SseConfig(20_000, 2_000, Duration.ofSeconds(1), Duration.ofSeconds(15));

  /** Reads {@code sitepulse.dashboard.live-…}. */
  public static SseConfig from(Settings settings) {
    return new SseConfig(
        settings.integer(
            "sitepulse.dashboard.live-max-connections", DEFAULT.maxConnections, 1, 1_000_000),
        settings.integer(
            "sitepulse.dashboard.live-max-per-network", DEFAULT.maxPerNetwork, 1, 1_000_000),
        settings.duration("sitepulse.dashboard.live-interval", DEFAULT.interval),
        settings.duration("sitepulse.dashboard.live-keep-alive", DEFAULT.keepAlive));
  }
}
