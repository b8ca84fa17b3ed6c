package io.sitepulse.local.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that work on an installation: one on this machine, or a remote one. */
public final class InstallationOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The instance on this machine with this data folder; needed only if several run.")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings of another installation, a .properties file; the environment overrides it.")
  private @Nullable Path config;

  /** Data folder of an instance on this machine, or null. */
  public @Nullable Path data() {
    return data;
  }

  /** Settings file of the installation, or null. */
  public @Nullable Path config() {
    return config;
  }
}
