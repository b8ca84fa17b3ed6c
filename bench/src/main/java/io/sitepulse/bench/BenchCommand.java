package io.sitepulse.bench;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.report.BenchReport;
import io.sitepulse.bench.report.ReportTable;
import io.sitepulse.local.cli.process.Failures;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitepulse bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "%nUsage: sitepulse ",
    header = "Measures the product beside the leanest programs that do the same work.",
    descriptionHeading = "%n",
    description = {
      "Starts Kafka, ClickHouse, the product's services and a bare program for each part on this"
          + " machine, each in a process of its own. Warms up, measures both sides in turn and"
          + " prints rates, CPU time, memory and the ratio. Each part ends with the audit. The"
          + " result counts only on a machine that does nothing else."
    },
    parameterListHeading = "%nParameters:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, and every audit is clean",
      "1:it could not be measured, or an audit is not clean",
      "2:the command line is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse bench",
      "  ./sitepulse bench collect --quick",
      "  ./sitepulse bench --json result.json --markdown result.md"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final long MEGABYTE = 1024 * 1024;

  @Parameters(
      paramLabel = "PART",
      description = "Parts to run, in this order: ${COMPLETION-CANDIDATES}; all if not given.")
  private List<PartName> parts = List.of(PartName.values());

  @Option(
      names = "--quick",
      description = "Fewer and shorter runs, shorter warm-up: less than ten minutes for all parts.")
  private boolean quick;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Runs of each side (5; with --quick 3).")
  private @Nullable Integer runs;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the result as the Markdown table of docs/performance.md.")
  private @Nullable Path markdown;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep data and logs in this folder (a temporary one, removed at the end).")
  private @Nullable Path data;

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Logging.quiet();
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to be run. */
  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures(() -> false));
  }

  @Override
  public Integer call() throws Exception {
    Path folder =
        data == null ? Files.createTempDirectory("sitepulse-bench") : data.toAbsolutePath();
    try {
      BenchSettings settings = settings(folder);
      System.out.println("Measuring " + parts + " with data in " + folder);
      System.out.println(settings.text());
      BenchReport report = measure(settings);
      System.out.println();
      System.out.print(ReportTable.text(report));
      if (!report.clean()) {
        System.err.println("sitepulse bench: an audit is not clean, so the result is void");
        return FAILED;
      }
      return 0;
    } finally {
      if (data == null) {
        remove(folder);
      }
    }
  }

  private BenchSettings settings(Path folder) {
    BenchSettings settings = quick ? BenchSettings.quick(folder) : BenchSettings.full(folder);
    return runs == null ? settings : settings.withRuns(runs);
  }

  /** Measures part by part. After each part the result until then is written. */
  private BenchReport measure(BenchSettings settings) throws Exception {
    Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    BenchReport report = BenchReport.begin(begun, settings.text(), machine());
    for (PartName part : parts) {
      System.out.println(part + ":");
      var own = settings.in(settings.folder().resolve(part.toString()));
      report = report.plus(part.part().run(own, System.out::println));
      write(report);
    }
    return report;
  }

  private void write(BenchReport report) throws IOException {
    if (json != null) {
      ObjectWriter writer = Json.MAPPER.writerWithDefaultPrettyPrinter();
      Files.writeString(json, writer.writeValueAsString(report) + "\n");
    }
    if (markdown != null) {
      Files.writeString(markdown, ReportTable.markdown(report));
    }
  }

  private static String machine() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() / MEGABYTE
            : 0;
    return Runtime.getRuntime().availableProcessors()
        + " cores, "
        + memory
        + " MB of memory, Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version");
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
