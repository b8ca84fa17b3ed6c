package io.sitepulse.local.cli.option;

import io.sitepulse.local.SitepulseOptions;
import java.nio.file.Path;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that run everything in one process. */
public final class EmbeddedOptions {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where pages and people find it; 0 takes any free port (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = SitepulseOptions.DEFAULT_HOST,
      description =
          "Address to answer on (${DEFAULT-VALUE}: this machine only). 0.0.0.0 answers everybody.")
  private String host = SitepulseOptions.DEFAULT_HOST;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of the modules, a .properties file; see docs/operate.md.")
  private @Nullable Path config;

  /** Builds the options from a data folder and the environment's settings. */
  public SitepulseOptions in(Path data, @Nullable Path seed) {
    var environment = new HashMap<>(System.getenv());
    if (seed != null) {
      environment.put("SITEPULSE_DEFINITIONS_SEED", named(seed));
    }
    return SitepulseOptions.in(data).at(host, port).withSettings(config, environment);
  }

  /** Returns {@code none} and {@code shipped} as they are, any other value as an absolute path. */
  private static String named(Path seed) {
    String text = seed.toString();
    return text.equals("none") || text.equals("shipped") ? text : seed.toAbsolutePath().toString();
  }
}
