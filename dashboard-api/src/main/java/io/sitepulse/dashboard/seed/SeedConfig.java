package io.sitepulse.dashboard.seed;

import io.sitepulse.runtime.config.Settings;
import java.nio.file.Path;

/**
 * The definitions that a new installation starts with. By default there are none, so that nothing
 * invented stands among real figures.
 *
 * @param seed a file, {@code shipped} for the demo site and its polls, or {@code none}
 */
public record SeedConfig(String seed) {
  /** The defaults. */
  public static final SeedConfig DEFAULT = new SeedConfig("none");

  /** Reads {@code sitepulse.definitions.seed}. */
  public static SeedConfig from(Settings settings) {
    return new SeedConfig(settings.text("sitepulse.definitions.seed", DEFAULT.seed));
  }

  /**
   * Reads the seed.
   *
   * @throws SeedException if it cannot be used
   */
  public Seed load() {
    return switch (seed) {
      case "shipped" -> SeedFile.shipped();
      case "none" -> Seed.EMPTY;
      default -> SeedFile.read(Path.of(seed));
    };
  }
}
