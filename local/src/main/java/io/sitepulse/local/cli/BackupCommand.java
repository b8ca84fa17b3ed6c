package io.sitepulse.local.cli;

import io.sitepulse.local.backup.Backup;
import io.sitepulse.local.backup.EmbeddedStorage;
import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.cli.option.BackupOptions;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies an installation into one file. */
@Command(
    name = "backup",
    header = "Copies all data of an installation into one file.",
    descriptionHeading = "%n",
    description = {
      "Copies ClickHouse's tables, Kafka's topics, the state of the counting and the committed"
          + " offsets into one file, which only its owner may read. Nothing may count meanwhile:"
          + " stop ./sitepulse up, or all processes of streams. ingest and dashboard may run on;"
          + " what they accept meanwhile is counted when streams runs again.",
      "",
      "Never in it: the salts of the last two days. Only with --with-secrets, and encrypted:"
          + " accounts, and with --data the secrets that sign voters' tokens and sessions.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse backup --data ./data --to /backup",
      "  ./sitepulse backup --config s.properties --to /backup --with-secrets"
          + " --passphrase-file pass"
    })
final class BackupCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "File to write, or a folder for a file named by the time.")
  private Path to = Path.of("");

  @Mixin private BackupOptions options = new BackupOptions();

  @Option(
      names = "--with-secrets",
      description = "Copy accounts and secrets too, encrypted with the passphrase.")
  private boolean withSecrets;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.quiet();
    Storage storage = options.storage(System.getenv());
    String passphrase = options.passphrase();
    if (withSecrets != (passphrase != null)) {
      throw new StartException("--with-secrets and --passphrase-file belong together");
    }
    Path data = options.data();
    Path file = data == null ? running(storage, passphrase) : stopped(data, storage, passphrase);
    print(file + " (" + Files.size(file) / 1024 + " KiB)");
    print(
        "Not in it: the salts of the last two days"
            + (withSecrets ? "" : "; accounts and secrets (--with-secrets)"));
    return 0;
  }

  private Path running(Storage storage, @Nullable String passphrase)
      throws IOException, InterruptedException {
    return backup(storage).awaitIdle().write(to, passphrase, null);
  }

  private Path stopped(Path data, Storage settings, @Nullable String passphrase)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(data.resolve("kafka"))) {
      throw new StartException("there is no data of sitepulse in " + data);
    }
    try (var embedded = EmbeddedStorage.open(data)) {
      return backup(embedded.storage(settings)).write(to, passphrase, data);
    }
  }

  private static Backup backup(Storage storage) {
    return new Backup(storage, new Version().getVersion()[0], Clock.systemUTC());
  }

  private void print(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }
}
