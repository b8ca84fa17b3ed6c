package io.sitepulse.local.backup;

import io.sitepulse.clickhouse.ClickHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a backup of an installation while no process counts.
 *
 * <pre>
 * groups idle ─▶ offsets, ends ─▶ topics ─▶ tables ─▶ secret files ─▶ manifest ─▶ renamed
 * </pre>
 *
 * <p>The state of streams, the committed offsets and the tables then belong together. What was
 * accepted but not counted is in the copy and is counted after a restore.
 */
public final class Backup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'sitepulse-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

  private final Storage storage;
  private final String program;
  private final Clock clock;

  /**
   * Prepares a backup.
   *
   * @param program version of sitepulse
   */
  public Backup(Storage storage, String program, Clock clock) {
    this.storage = storage;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Waits until streams and the sink have ended. Not needed for a data folder, whose lock tells it.
   */
  public Backup awaitIdle() throws IOException, InterruptedException {
    return awaitIdle(IdleGroups.LONGEST);
  }

  /**
   * Waits for a time.
   *
   * @throws BackupException if they still run then
   */
  public Backup awaitIdle(Duration longest) throws IOException, InterruptedException {
    try {
      IdleGroups.await(storage, longest);
      return this;
    } catch (ExecutionException | KafkaException e) {
      throw BackupException.of("Kafka", e);
    }
  }

  /**
   * Makes the backup.
   *
   * @param to file to write, or a folder for a file named by the time
   * @param passphrase encrypts the secrets, or null to leave them out
   * @param data data folder with secret files, or null
   * @return the written file
   */
  public Path write(Path to, @Nullable String passphrase, @Nullable Path data)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    Path file = Files.isDirectory(to) ? to.resolve(NAME.format(now)) : to;
    SecretBox box = passphrase == null ? null : SecretBox.create(passphrase);
    try (var archive = ArchiveWriter.create(file.toAbsolutePath());
        var clickHouse = ClickHouse.forCommand(storage.clickHouse());
        var tables = new Tables(clickHouse)) {
      Manifest.KafkaPart kafka = new KafkaDump(storage, archive, box).write();
      Manifest.ClickHousePart rows = new ClickHouseDump(tables, archive).write();
      if (box != null && data != null) {
        SecretEntries.addFiles(data, archive, box);
      }
      archive.finish(
          entries ->
              new Manifest(
                  Manifest.FORMAT,
                  program,
                  now,
                  box == null ? null : box.derivation(),
                  rows,
                  kafka,
                  entries));
      return file;
    } catch (ExecutionException | KafkaException e) {
      throw BackupException.of("Kafka", e);
    } catch (JdbiException e) {
      throw BackupException.of("ClickHouse", e);
    }
  }
}
