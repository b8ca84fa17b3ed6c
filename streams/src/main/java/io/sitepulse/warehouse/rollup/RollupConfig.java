package io.sitepulse.warehouse.rollup;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * Settings of the rollups.
 *
 * @param enabled whether this process computes rollups. Several processes share the sites
 * @param interval shortest time between two rollups of the same day
 * @param maxValues limit of values of a dimension on a site's day, such as its pages. The rest are
 *     summed up as one value
 */
public record RollupConfig(boolean enabled, Duration interval, int maxValues) {
  public static final RollupConfig DEFAULT = new RollupConfig(true, Duration.ofSeconds(5), 5000);

  /** Reads {@code sitepulse.rollup.*}. */
  public static RollupConfig from(Settings settings) {
    return new RollupConfig(
        settings.flag("sitepulse.rollup.enabled", DEFAULT.enabled),
        settings.duration("sitepulse.rollup.interval", DEFAULT.interval),
        settings.integer("sitepulse.rollup.max-values", DEFAULT.maxValues, 100, 100_000));
  }
}
