package io.sitepulse.local.cli.process;

import java.nio.file.Path;
import java.util.Map;

/** Default folders. */
public final class Folders {
  private Folders() {}

  /** {@code $XDG_DATA_HOME/sitepulse}, or {@code ~/.local/share/sitepulse}. */
  public static Path data() {
    return base("XDG_DATA_HOME", Path.of(".local", "share")).resolve("sitepulse");
  }

  /** {@code $SITEPULSE_CACHE}, {@code $XDG_CACHE_HOME/sitepulse} or {@code ~/.cache/sitepulse}. */
  public static Path cache() {
    String own = System.getenv().getOrDefault("SITEPULSE_CACHE", "");
    return own.isBlank()
        ? base("XDG_CACHE_HOME", Path.of(".cache")).resolve("sitepulse")
        : Path.of(own);
  }

  private static Path base(String variable, Path inHome) {
    Map<String, String> environment = System.getenv();
    String given = environment.getOrDefault(variable, "");
    return given.isBlank()
        ? Path.of(System.getProperty("user.home")).resolve(inHome)
        : Path.of(given);
  }
}
