package io.sitepulse.local.cli;

import io.sitepulse.local.backup.EmbeddedStorage;
import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.cli.option.BackupOptions;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.local.rebuild.ClickHouseRebuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the next start of streams write ClickHouse again. */
@Command(
    name = "rebuild",
    header = "Writes the tables of ClickHouse again from Kafka.",
    descriptionHeading = "%n",
    description = {
      "The next start of streams reads all topics from their beginning and writes what is missing"
          + " in ClickHouse. Rows that are there stay. Stop ./sitepulse up, or all processes of"
          + " streams, before.",
      "",
      "Kafka has events for 7 days, votes and rejections for 30 days, and definitions, changes and"
          + " the totals of all days for ever. Older events come from a backup only, and"
          + " ./sitepulse audit tells their days. Kafka cannot be rebuilt from ClickHouse, and"
          + " accounts are in no table.",
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./sitepulse rebuild --data ./data", "  ./sitepulse rebuild --config s.properties"})
final class RebuildCommand implements Callable<Integer> {
  @Mixin private BackupOptions options = new BackupOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, ExecutionException, InterruptedException {
    Logging.quiet();
    Storage storage = options.storage(System.getenv());
    Path data = options.data();
    if (data == null) {
      new ClickHouseRebuild(storage).run();
    } else {
      stopped(data, storage);
    }
    if (spec != null) {
      spec.commandLine().getOut().println("The next start of streams writes ClickHouse again.");
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private static void stopped(Path data, Storage settings)
      throws IOException, ExecutionException, InterruptedException {
    if (!Files.isDirectory(data.resolve("kafka"))) {
      throw new StartException("there is no data of sitepulse in " + data);
    }
    try (var embedded = EmbeddedStorage.open(data)) {
      new ClickHouseRebuild(embedded.storage(settings)).run();
    }
  }
}
