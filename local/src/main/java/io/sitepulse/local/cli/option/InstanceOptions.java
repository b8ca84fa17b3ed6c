package io.sitepulse.local.cli.option;

import io.sitepulse.local.instance.RunningInstance;
import io.sitepulse.local.instance.RunningInstances;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that use an instance's public HTTP interface. */
public final class InstanceOptions {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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

  /** Returns the instance, if it runs on this machine. */
  public Optional<RunningInstance> here() {
    URI address = url();
    return RunningInstances.ofUser(System.getenv()).all().stream()
        .filter(instance -> isSame(instance.url(), address))
        .findFirst();
  }

  private static boolean isSame(URI instance, URI address) {
    String host = address.getHost() == null ? "" : address.getHost();
    return instance.getPort() == address.getPort()
        && (host.equalsIgnoreCase(instance.getHost()) || LOOPBACK.contains(host));
  }
}
