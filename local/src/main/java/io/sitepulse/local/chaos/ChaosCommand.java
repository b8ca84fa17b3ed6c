package io.sitepulse.local.chaos;

import io.sitepulse.local.chaos.plan.FaultGroup;
import io.sitepulse.local.cli.process.Failures;
import io.sitepulse.local.cli.process.Foreground;
import io.sitepulse.local.cli.process.Logging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code sitepulse chaos}. */
@Command(
    name = "chaos",
    header = "Makes faults in the parts of an installation, and proves that nothing is lost.",
    descriptionHeading = "%n",
    description = {
      "Starts an installation of its own in a temporary folder, every part as a process: brokers,"
          + " ClickHouse, ingest, two instances of streams, dashboard-api. Clients send events and"
          + " votes, repeat what was not answered 202, and keep a list of all. Readers of event"
          + " streams check that no total falls. Meanwhile faults come that are drawn from the"
          + " seed.",
      "",
      "Faults: kill -9 and SIGSTOP of ingest, streams, dashboard-api, ClickHouse and a broker;"
          + " ClickHouse away for up to 25 s; all brokers killed (with 3); an instance of streams"
          + " joins or is stopped under load; acknowledged requests once more. A run over a full"
          + " hour has a site's midnight in it. Not made: a power cut.",
      "",
      "Full disks of streams, ClickHouse and a broker need root, because each gets a small file"
          + " system in memory. Clocks of ingest, streams and a broker that are an hour, 25 hours"
          + " or 30 days ahead or back need libfaketime. Connections of a service, or of a broker,"
          + " with brokers stall or are reset by a relay before each broker, which needs Linux."
          + " What the machine cannot do is left out, and a line says so. The faults of a seed"
          + " are then others.",
      "",
      "At the end all must be counted: acknowledged = counted + duplicates + bots + rejected, by"
          + " site, day and poll, the audit must be clean, and no process may have ended that was"
          + " not killed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing lost, nothing twice, no total fell, no process ended by itself",
      "1:something differs, a process ended by itself, or a part did not become ready",
      "2:the command line is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse chaos",
      "  ./sitepulse chaos --minutes 30 --seed 7 --brokers 3 --markdown chaos.md"
    })
public final class ChaosCommand implements Callable<Integer> {
  private static final double SECONDS = 60;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "3",
      description = "Time of load and faults; may have a fraction (${DEFAULT-VALUE}).")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the faults and requests; printed if not given.")
  private @Nullable Long seed;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "100",
      description = "Requests a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--brokers",
      paramLabel = "1|3",
      defaultValue = "1",
      description = "Brokers; with 3 there are two instances of every service (${DEFAULT-VALUE}).")
  private int brokers;

  @Option(
      names = "--faults",
      paramLabel = "GROUP",
      split = ",",
      converter = GroupConverter.class,
      description = "Only faults of these groups: process, disk, clock, network.")
  private List<FaultGroup> groups = List.of(FaultGroup.values());

  @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables there too.")
  private @Nullable Path markdown;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Empty folder for data and logs, which are kept. If not given, a temporary one, which is"
              + " deleted after a run without differences.")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  /** Reads a group by its word. */
  static final class GroupConverter implements ITypeConverter<FaultGroup> {
    @Override
    public FaultGroup convert(String word) {
      return Arrays.stream(FaultGroup.values())
          .filter(group -> group.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is not process, disk, clock or network"));
    }
  }

  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    ChaosOptions options = options();
    System.out.println(options.command());
    Path folder = data == null ? Files.createTempDirectory("sitepulse-chaos") : data;
    System.out.println("data and logs: " + folder);
    var exit = new AtomicInteger(Failures.FAILED);
    Foreground.run(
        () -> {
          ChaosReport report = new Chaos(options, folder, System.out::println).run();
          print(report);
          if (report.isClean()) {
            exit.set(0);
          }
        });
    if (data == null && exit.get() == 0) {
      delete(folder);
    }
    return exit.get();
  }

  private void print(ChaosReport report) throws IOException {
    System.out.println();
    System.out.println(report.text());
    if (markdown != null) {
      Files.writeString(markdown, report.markdown() + "\n");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private ChaosOptions options() {
    long chosen = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
    try {
      return new ChaosOptions(
          Duration.ofMillis(Math.round(minutes * SECONDS * 1000)),
          chosen,
          rate,
          brokers,
          Set.copyOf(groups));
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
