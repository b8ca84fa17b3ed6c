package io.sitepulse.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.cli.option.InstallationOptions;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sitepulse audit}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Recounts the raw events and compares them with all figures.",
    descriptionHeading = "%n",
    description = {
      "Recounts the raw events and compares them with counters, ledger and tallies, site by site"
          + " and day by day.",
      "Asks the running instance's ClickHouse, or the one that --config or the environment"
          + " (SITEPULSE_CLICKHOUSE_URL, …) names.",
      "Says of how many days Kafka has deleted events, so that only a backup can bring them back if"
          + " ClickHouse is lost."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no difference", "1:differences", "2:could not be run"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse audit --site demo",
      "  ./sitepulse audit --from 2026-07-01 --to 2026-12-31 --json"
    })
public final class AuditCommand implements Callable<Integer> {
  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int FAILED = 2;
  private static final String URL_VARIABLE = "SITEPULSE_CLICKHOUSE_URL";

  @Option(names = "--site", paramLabel = "ID", description = "One site; all if not given.")
  private @Nullable String site;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First local day, e.g. 2026-11-21; today if not given.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last local day; the first one, or today, if not given.")
  private @Nullable LocalDate to;

  @Mixin private InstallationOptions options;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "How long events on their way may take: ${DEFAULT-VALUE} s.")
  private int settle;

  @Spec private CommandSpec spec;

  private final Running running;
  private final Map<String, String> environment;
  private final Clock clock;

  /** Finds a running instance. */
  @FunctionalInterface
  public interface Running {
    /**
     * Finds a running instance.
     *
     * @param data the instance's data folder, null if only one instance runs
     * @throws RuntimeException with a one-line message if no instance runs, or several run
     */
    Installation find(@Nullable Path data);
  }

  /**
   * An installation to audit.
   *
   * @param kafka client settings of its Kafka, or null if Kafka is not asked
   */
  public record Installation(ClickHouseConfig clickHouse, @Nullable Properties kafka) {}

  /**
   * Wires the command.
   *
   * @param running asked where neither a settings file nor the environment names ClickHouse
   * @param environment usually {@link System#getenv()}
   */
  // Options and spec are set by picocli, which makes them non-null where they have to be.
  @SuppressWarnings("NullAway.Init")
  public AuditCommand(Running running, Map<String, String> environment, Clock clock) {
    this.running = running;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try {
      return audit(installation());
    } catch (RuntimeException | JsonProcessingException e) {
      return fail(e);
    }
  }

  private int audit(Installation audited) throws JsonProcessingException {
    try (var clickHouse = new ClickHouse(audited.clickHouse())) {
      var audit = new Audit(clickHouse.jdbi(), new AskedKafka(audited.kafka()), clock);
      AuditReport report = audit.run(scope(audit), Duration.ofSeconds(settle));
      print(report);
      return report.differences() == 0 ? SAME : DIFFERENT;
    }
  }

  /**
   * Answers null if Kafka is not asked or does not answer. ClickHouse alone can be audited, too.
   */
  private final class AskedKafka implements Audit.Kafka {
    private final @Nullable Properties client;

    AskedKafka(@Nullable Properties client) {
      this.client = client;
    }

    @Override
    public @Nullable Long pending() {
      try {
        return client == null ? null : PendingRecords.count(client);
      } catch (KafkaException e) {
        say("records on their way are not known: " + firstLine(e));
        return null;
      }
    }

    @Override
    public Retained retained() {
      try {
        return client == null ? Retained.UNKNOWN : RetainedRecords.since(client, clock.instant());
      } catch (KafkaException e) {
        say("events and votes that Kafka still has are not known: " + firstLine(e));
        return Retained.UNKNOWN;
      }
    }
  }

  private int fail(Exception cause) {
    say(firstLine(cause));
    return FAILED;
  }

  private void say(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("sitepulse audit: " + text);
    err.flush();
  }

  /** Kafka is asked too where its address is given, and not at its default address. */
  private Installation installation() {
    if (options.config() == null && !environment.containsKey(URL_VARIABLE)) {
      return running.find(options.data());
    }
    Settings settings = Settings.load(options.config(), environment);
    ClickHouseConfig clickHouse = ClickHouseConfig.from(settings);
    boolean hasKafka = !settings.text("sitepulse.kafka.bootstrap", "").isEmpty();
    KafkaConfig kafka = KafkaConfig.from(settings);
    settings.check();
    return new Installation(clickHouse, hasKafka ? kafka.client() : null);
  }

  private AuditScope scope(Audit audit) {
    if (from != null) {
      return new AuditScope(site, from, to == null ? from : to);
    }
    var today = audit.today(site == null ? "" : site);
    LocalDate first = to == null || today.get(0).isBefore(to) ? today.get(0) : to;
    return new AuditScope(site, first, to == null ? today.get(1) : to);
  }

  private void print(AuditReport report) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report)
            : AuditText.of(report));
    out.flush();
  }

  private static String firstLine(Throwable failure) {
    if (failure instanceof SettingsException) {
      return String.valueOf(failure.getMessage());
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return message.lines().findFirst().orElse("");
  }
}
