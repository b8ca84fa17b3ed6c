package io.sitepulse.warehouse.rollup;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * How rollups are kept up to date.
 *
 * @param enabled whether this process recomputes them; one is enough, more only repeat the work
 * @param interval how long a day with new events waits at least
 */
public record RollupConfig(boolean enabled, Duration interval) {
  public static final RollupConfig DEFAULT = new RollupConfig(true, Duration.ofSeconds(5));

  /** Reads {@code sitepulse.rollup.*}. */
  public static RollupConfig from(Settings settings) {
    return new RollupConfig(
        settings.flag("sitepulse.rollup.enabled", DEFAULT.enabled),
        settings.duration("sitepulse.rollup.interval", DEFAULT.interval));
  }
}
