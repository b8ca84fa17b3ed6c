package io.sitepulse.local.cli;

import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.cli.option.EmbeddedOptions;
import io.sitepulse.local.cli.process.BrokerHaltHandler;
import io.sitepulse.local.cli.process.ConsoleOutput;
import io.sitepulse.local.cli.process.Folders;
import io.sitepulse.local.cli.process.Foreground;
import io.sitepulse.local.cli.process.Logging;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything in one process on one port, and keeps the data. */
@Command(
    name = "up",
    header = "Runs all of sitepulse on this machine and keeps its data.",
    descriptionHeading = "%n",
    description = {
      "Runs all of sitepulse on this machine: embedded Kafka and ClickHouse, ingest, "
          + "streams and dashboard-api, on one port. Everything is kept in one folder: started "
          + "again, totals go on where they were. A new folder has no sites: register them in the "
          + "dashboard, or name a seed file.",
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  SITEPULSE_…          any setting of the modules, e.g. SITEPULSE_INGEST_EVENTS_IN_FLIGHT",
      "  SITEPULSE_CACHE      where the ClickHouse engine is kept (~/.cache/sitepulse)",
      "  SITEPULSE_HEAP       most memory for Java (1g)",
      "",
      "Examples:",
      "  ./sitepulse up",
      "  ./sitepulse up --data /srv/sitepulse --port 8090 --seed sites.yaml"
    })
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder to keep everything in ($$XDG_DATA_HOME/sitepulse, or ~/.local/share/…).")
  private @Nullable Path data;

  @Mixin private EmbeddedOptions embedded = new EmbeddedOptions();

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description =
          "Sites and polls to register where they are not known yet, YAML (none). 'shipped' is the"
              + " demo's site and polls.")
  private @Nullable Path seed;

  @Override
  public Integer call() throws Exception {
    Path folder = data == null ? Folders.data() : data;
    Path log = Logging.toFile(folder);
    BrokerHaltHandler.install();
    Foreground.run(
        () -> {
          var say = new ConsoleOutput();
          say.line("Starting sitepulse with the data in " + folder.toAbsolutePath());
          try (var pulse = Sitepulse.start(embedded.in(folder, seed), say)) {
            say.line("Ready after " + say.elapsed() + ". The log is in " + log);
            say.line("");
            say.line("  " + pulse.url());
            say.line("");
            pulse.setupLink().ifPresent(link -> sayFirst(say, link));
            say.line("Ctrl-C to stop");
            Foreground.untilStopped();
          } catch (InterruptedException e) {
            say.line("Stopped");
            throw e;
          }
        });
    return 0;
  }

  private static void sayFirst(ConsoleOutput say, URI link) {
    say.line("Nobody can sign in yet. Whoever opens this link first becomes the administrator:");
    say.line("");
    say.line("  " + link);
    say.line("");
  }
}
