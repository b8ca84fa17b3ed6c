package io.sitepulse.local.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a module that runs as a process of its own. */
public final class ModuleOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, a .properties file; the environment wins over it.")
  private @Nullable Path config;

  /** Returns the arguments of the module's {@code main}. */
  public String[] arguments() {
    return config == null ? new String[0] : new String[] {config.toString()};
  }
}
