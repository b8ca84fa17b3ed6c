package io.sitepulse.local.backup;

import io.sitepulse.clickhouse.ClickHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Restores a backup into an empty installation. The backup and the passphrase are checked before
 * anything is written. The committed offsets are written last.
 */
public final class Restore implements AutoCloseable {
  private final ArchiveReader archive;
  private final @Nullable SecretBox box;

  private Restore(ArchiveReader archive, @Nullable SecretBox box) {
    this.archive = archive;
    this.box = box;
  }

  /**
   * Opens a backup and checks all of it.
   *
   * @param passphrase decrypts the secrets, or null
   * @param withoutSecrets true to leave out secrets that the backup holds
   * @throws BackupException if it cannot be restored
   */
  public static Restore open(Path file, @Nullable String passphrase, boolean withoutSecrets)
      throws IOException {
    ArchiveReader archive = ArchiveReader.open(file);
    boolean open = false;
    try {
      var restore = new Restore(archive, box(archive, passphrase, withoutSecrets));
      open = true;
      return restore;
    } finally {
      if (!open) {
        archive.close();
      }
    }
  }

  private static @Nullable SecretBox box(
      ArchiveReader archive, @Nullable String passphrase, boolean withoutSecrets)
      throws IOException {
    var encryption = archive.manifest().encryption();
    if (encryption == null && passphrase != null) {
      throw new BackupException("the backup holds no secrets: leave out --passphrase-file");
    }
    if (encryption == null || withoutSecrets) {
      return null;
    }
    if (passphrase == null) {
      throw new BackupException(
          "the backup holds secrets: give --passphrase-file, or --without-secrets");
    }
    SecretBox box = SecretBox.open(encryption, passphrase);
    SecretEntries.check(archive, box);
    return box;
  }

  /** The table of contents. */
  public Manifest manifest() {
    return archive.manifest();
  }

  /** Tells if accounts and secrets are restored. */
  public boolean hasSecrets() {
    return box != null;
  }

  /**
   * Restores everything.
   *
   * @param data data folder for secret files, or null
   * @throws BackupException if the installation is not empty
   */
  public void run(Storage storage, @Nullable Path data) throws IOException, InterruptedException {
    try (var clickHouse = ClickHouse.forCommand(storage.clickHouse());
        var tables = new Tables(clickHouse)) {
      var kafka = new KafkaLoad(storage, archive, box);
      var rows = new ClickHouseLoad(tables, archive);
      storage.requireEmptyKafka("A restore needs new brokers and a new ClickHouse");
      rows.requireEmpty();
      if (box != null && data != null) {
        SecretEntries.restoreFiles(archive, box, data);
      }
      rows.run();
      kafka.run();
    } catch (ExecutionException | KafkaException e) {
      throw BackupException.of("Kafka", e);
    } catch (JdbiException e) {
      throw BackupException.of("ClickHouse", e);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
