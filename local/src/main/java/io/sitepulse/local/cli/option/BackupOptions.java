package io.sitepulse.local.cli.option;

import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code backup} and {@code restore}. */
public final class BackupOptions {
  private static final String KAFKA = "sitepulse.kafka.bootstrap";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of ./sitepulse up, which must be stopped.")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings of an installation with Kafka and ClickHouse of its own, a .properties file;"
              + " the environment overrides it.")
  private @Nullable Path config;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "File whose first line is the passphrase of the secrets; - is standard input.")
  private @Nullable Path passphraseFile;

  /** Data folder, or null for an installation that the settings name. */
  public @Nullable Path data() {
    return data == null ? null : data.toAbsolutePath().normalize();
  }

  /**
   * Reads the settings.
   *
   * @throws StartException if neither a data folder nor the address of Kafka is given
   */
  public Storage storage(Map<String, String> environment) {
    Settings settings = Settings.load(config, environment);
    if (data == null && settings.text(KAFKA, "").isEmpty()) {
      throw new StartException(
          "which installation? Give --data DIR, or --config FILE with " + KAFKA);
    }
    return Storage.from(settings);
  }

  /** Reads the passphrase, or returns null if no file is given. */
  public @Nullable String passphrase() throws IOException {
    if (passphraseFile == null) {
      return null;
    }
    try (InputStream in =
        passphraseFile.toString().equals("-") ? System.in : Files.newInputStream(passphraseFile)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("")
          .strip();
    }
  }
}
