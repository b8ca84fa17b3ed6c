package io.sitepulse.local.cli.process;

import io.sitepulse.dashboard.Installation;
import io.sitepulse.local.LocalSettings;
import io.sitepulse.local.instance.RunningInstance;
import io.sitepulse.local.instance.RunningInstances;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the installation that a command works on. */
public final class Installations {
  private static final String KAFKA = "sitepulse.kafka.bootstrap";

  private final @Nullable Path config;
  private final Map<String, String> environment;

  /**
   * Creates a finder from the command line.
   *
   * @param config a {@code .properties} file, or null
   * @param environment usually {@link System#getenv()}
   */
  public Installations(@Nullable Path config, Map<String, String> environment) {
    this.config = config;
    this.environment = environment;
  }

  /**
   * Finds the installation: the one whose Kafka the settings name, otherwise the one that runs on
   * this machine.
   *
   * @param data data folder of an instance on this machine. It overrides the settings
   * @throws StartException if no instance runs here, or its secret differs from the one in the
   *     settings
   */
  public Installation find(@Nullable Path data) throws IOException {
    boolean named = !Settings.load(config, environment).text(KAFKA, "").isEmpty();
    return named && data == null
        ? Installation.from(Settings.load(config, environment))
        : running(RunningInstances.ofUser(environment).one(data));
  }

  private Installation running(RunningInstance instance) throws IOException {
    Settings settings =
        Settings.load(config, LocalSettings.environment(instance.data(), environment));
    var found = Installation.from(settings, instance.kafka(), instance.url());
    if (!found.secret().fingerprint().equals(instance.secret())) {
      throw new StartException(
          "the instance at "
              + instance.url()
              + " signs with another secret than this command was told: give it the same settings"
              + " (--config, SITEPULSE_SESSION_SECRET)");
    }
    return found;
  }
}
