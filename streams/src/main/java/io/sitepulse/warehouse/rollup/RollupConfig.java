package io.sitepulse.warehouse.rollup;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * Settings of the rollups.
 *
 * @param enabled whether this process computes rollups. One process is enough, others repeat the
 *     work
 * @param interval shortest time between two rollups of the same day
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
