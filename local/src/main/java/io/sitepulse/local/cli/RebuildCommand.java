package io.sitepulse.local.cli;

import io.sitepulse.local.backup.EmbeddedStorage;
import io.sitepulse.local.backup.RestoredFolder;
import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.cli.option.BackupOptions;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.local.rebuild.ClickHouseRebuild;
import io.sitepulse.local.rebuild.KafkaRebuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes ClickHouse again from Kafka, or Kafka from ClickHouse. */
@Command(
    name = "rebuild",
    header = "Writes ClickHouse again from Kafka, or Kafka from ClickHouse.",
    descriptionHeading = "%n",
    description = {
      "The next start of streams reads all topics from their beginning and writes what is missing"
          + " in ClickHouse. Rows that are there stay. Stop ./sitepulse up, or all processes of"
          + " streams, before.",
      "",
      "Kafka has events for 7 days, votes and rejections for 30 days, and definitions, changes and"
          + " the totals of all days for ever. Older events come from a backup only, and"
          + " ./sitepulse audit tells their days. Accounts are in no table.",
      "",
      "With --kafka it is the other way: all brokers lost their data, and new ones are empty. Stop"
          + " all of sitepulse. In a data folder, move the folder kafka away. Definitions are"
          + " written, and all events and votes of ClickHouse are counted again. What differs from"
          + " ClickHouse is printed, and then the exit code is 1. Accounts, notes on days, issued"
          + " reviews, and what was accepted and not stored in ClickHouse come from a backup only.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse rebuild --data ./data",
      "  ./sitepulse rebuild --config s.properties",
      "  ./sitepulse rebuild --kafka --data ./data"
    })
final class RebuildCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Mixin private BackupOptions options = new BackupOptions();

  @Option(names = "--kafka", description = "Writes Kafka again from ClickHouse.")
  private boolean kafka;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, ExecutionException, InterruptedException {
    Logging.quiet();
    Storage storage = options.storage(System.getenv());
    Path data = options.data();
    if (kafka) {
      return said(data == null ? counted(storage) : countedIn(data, storage));
    }
    if (data == null) {
      new ClickHouseRebuild(storage).run();
    } else {
      stopped(data, storage);
    }
    say("The next start of streams writes ClickHouse again.");
    return 0;
  }

  private static void stopped(Path data, Storage settings)
      throws IOException, ExecutionException, InterruptedException {
    requireFolder(data.resolve("kafka"), data);
    try (var embedded = EmbeddedStorage.open(data)) {
      new ClickHouseRebuild(embedded.storage(settings)).run();
    }
  }

  private Collection<String> counted(Storage storage)
      throws IOException, ExecutionException, InterruptedException {
    Path state = Files.createTempDirectory("sitepulse-rebuild");
    try {
      return new KafkaRebuild(storage, state, Clock.systemUTC(), this::say).run();
    } finally {
      delete(state);
    }
  }

  /** The stores are those of the next start. Earlier ones belong to the lost topics. */
  private Collection<String> countedIn(Path data, Storage settings)
      throws IOException, ExecutionException, InterruptedException {
    requireFolder(data.resolve("clickhouse"), data);
    try (var embedded = EmbeddedStorage.open(data)) {
      Storage storage = embedded.storage(settings);
      KafkaRebuild.requireEmpty(storage);
      RestoredFolder.rebuilding(data);
      Path state = data.resolve("streams");
      delete(state);
      var differences = new KafkaRebuild(storage, state, Clock.systemUTC(), this::say).run();
      RestoredFolder.rebuilt(data);
      return differences;
    }
  }

  private int said(Collection<String> differences) {
    differences.stream().limit(SHOWN).forEach(this::say);
    if (differences.size() > SHOWN) {
      say("… and %,d more".formatted(differences.size() - SHOWN));
    }
    say(
        differences.isEmpty()
            ? "Kafka is rebuilt. All totals are those of ClickHouse."
            : "Kafka is rebuilt. %,d totals differ from those of ClickHouse."
                .formatted(differences.size()));
    return differences.isEmpty() ? 0 : 1;
  }

  private static void requireFolder(Path folder, Path data) {
    if (!Files.isDirectory(folder)) {
      throw new StartException("there is no data of sitepulse in " + data);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void say(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }
}
