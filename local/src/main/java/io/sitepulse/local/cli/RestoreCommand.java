package io.sitepulse.local.cli;

import io.sitepulse.local.backup.EmbeddedStorage;
import io.sitepulse.local.backup.Manifest;
import io.sitepulse.local.backup.Restore;
import io.sitepulse.local.backup.RestoredFolder;
import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.cli.option.BackupOptions;
import io.sitepulse.local.cli.process.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restores a backup into an empty installation. */
@Command(
    name = "restore",
    header = "Restores a backup into an empty installation.",
    descriptionHeading = "%n",
    description = {
      "Checks the file and the passphrase first, then restores everything into an empty data folder,"
          + " or into Kafka and ClickHouse without topics and tables of sitepulse. Nothing of"
          + " sitepulse may run meanwhile. The folder sitepulse.streams.state-dir of an earlier"
          + " installation must be removed.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse restore --from /backup/sitepulse-20261129T020000Z.zip --data ./data",
      "  ./sitepulse restore --from backup.zip --config s.properties --passphrase-file pass"
    })
final class RestoreCommand implements Callable<Integer> {
  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private Path from = Path.of("");

  @Mixin private BackupOptions options = new BackupOptions();

  @Option(
      names = "--without-secrets",
      description = "Leave out the accounts and secrets that the backup holds.")
  private boolean withoutSecrets;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.quiet();
    Storage storage = options.storage(System.getenv());
    try (var restore = Restore.open(from, options.passphrase(), withoutSecrets)) {
      Path data = options.data();
      if (data == null) {
        restore.run(storage, null);
      } else {
        restore(restore, data, storage);
      }
      print(restore);
    }
    return 0;
  }

  private static void restore(Restore restore, Path data, Storage settings)
      throws IOException, InterruptedException {
    try (var folder = RestoredFolder.begin(data)) {
      try (var embedded = EmbeddedStorage.open(data)) {
        restore.run(embedded.storage(settings), data);
      }
      folder.finish();
    }
  }

  private void print(Restore restore) {
    Manifest manifest = restore.manifest();
    long rows = manifest.clickHouse().tables().stream().mapToLong(table -> table.rows()).sum();
    long records = manifest.kafka().topics().stream().mapToLong(topic -> topic.records()).sum();
    print(
        "Restored the backup of "
            + manifest.made()
            + ": "
            + rows
            + " rows, "
            + records
            + " records");
    if (!restore.hasSecrets()) {
      print("There are no accounts: the start of the dashboard prints a link for the first one");
    }
  }

  private void print(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }
}
