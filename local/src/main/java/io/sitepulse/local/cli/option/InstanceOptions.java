package io.sitepulse.local.cli.option;

import io.sitepulse.local.instance.RunningInstances;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that use an instance's public HTTP interface. */
public final class InstanceOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where sitepulse answers (the instance that runs on this machine).")
  private @Nullable URI url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Of several instances on this machine, the one with this data folder.")
  private @Nullable Path data;

  /** Returns the instance's base URL. */
  public URI url() {
    return url == null ? RunningInstances.ofUser(System.getenv()).one(data).url() : url;
  }
}
