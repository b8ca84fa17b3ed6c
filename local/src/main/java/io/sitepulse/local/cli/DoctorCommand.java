package io.sitepulse.local.cli;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.dashboard.DashboardConfig;
import io.sitepulse.ingest.IngestConfig;
import io.sitepulse.local.LocalSettings;
import io.sitepulse.local.cli.option.InstallationOptions;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.doctor.Doctor;
import io.sitepulse.local.doctor.Finding;
import io.sitepulse.local.instance.RunningInstance;
import io.sitepulse.local.instance.RunningInstances;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.warehouse.rollup.RollupConfig;
import io.sitepulse.warehouse.sink.SinkConfig;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks an installation and says what to do. It changes nothing. */
@Command(
    name = "doctor",
    header = "Checks an installation and says what to do.",
    descriptionHeading = "%n",
    description = {
      "Checks processes and their readiness, clocks, trusted proxies, origins of sites, Kafka's"
          + " topics, leaders, replicas and settings, ClickHouse's version and tables, and the"
          + " disks. Prints one line for each check: ok, warning or fault, and after the arrow what"
          + " to do. It changes nothing.",
      "",
      "Checks the instance that runs on this machine, or the installation whose Kafka the settings"
          + " of --config or the environment name (sitepulse.kafka.bootstrap). Then name its"
          + " processes by --service."
    },
    exitCodeList = {
      "0:no fault, there may be warnings",
      "1:a fault, or it could not be done",
      "2:the command line or the settings are wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse doctor",
      "  ./sitepulse doctor --data /srv/sitepulse --url https://dem.example.gov.vn",
      "  docker compose run --rm operator doctor --service http://streams:8083"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final String KAFKA = "sitepulse.kafka.bootstrap";

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "Address of a process, where it has /health/ready and /metrics. Repeatable.")
  private List<URI> services = List.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Public address, as visitors' browsers use it.")
  private @Nullable URI url;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Logging.quiet();
    List<Finding> findings = doctor().findings();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    findings.forEach(finding -> out.println(finding.line()));
    out.println(
        "%d ok, %d warnings, %d faults"
            .formatted(
                count(findings, Finding.State.OK),
                count(findings, Finding.State.WARNING),
                count(findings, Finding.State.FAULT)));
    out.flush();
    return count(findings, Finding.State.FAULT) == 0 ? 0 : 1;
  }

  private static long count(List<Finding> findings, Finding.State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  private Doctor doctor() {
    Map<String, String> environment = System.getenv();
    boolean named = !Settings.load(options.config(), environment).text(KAFKA, "").isEmpty();
    if (named && options.data() == null) {
      Settings settings = Settings.load(options.config(), environment);
      Map<String, List<String>> proxies = proxies(settings);
      KafkaConfig kafka = KafkaConfig.from(settings);
      ClickHouseConfig clickHouse = ClickHouseConfig.from(settings);
      settings.check();
      return new Doctor(kafka, clickHouse, services, url, null, proxies);
    }
    return running(RunningInstances.ofUser(environment).one(options.data()), environment);
  }

  private Doctor running(RunningInstance instance, Map<String, String> environment) {
    Settings settings =
        Settings.load(options.config(), LocalSettings.environment(instance.data(), environment));
    Map<String, List<String>> proxies = proxies(settings);
    KafkaConfig.from(settings); // So that its keys are known, when the environment has some.
    ClickHouseConfig.from(settings);
    settings.check();
    var at = instance.clickHouse();
    return new Doctor(
        instance.kafka(),
        new ClickHouseConfig(at.url(), at.user(), at.password(), 1),
        services.isEmpty() ? List.of(instance.url()) : services,
        url,
        instance.data(),
        proxies);
  }

  /** Reads the settings of all modules, so that all that are wrong are told. */
  private static Map<String, List<String>> proxies(Settings settings) {
    CountingConfig.from(settings);
    SinkConfig.from(settings);
    RollupConfig.from(settings);
    HttpConfig.from(settings, "streams", 0);
    HttpConfig.from(settings, "dashboard", 0);
    return new TreeMap<>(
        Map.of(
            "sitepulse.ingest.trusted-proxies",
            IngestConfig.from(settings).http().trustedProxies(),
            "sitepulse.dashboard.trusted-proxies",
            DashboardConfig.from(settings).trustedProxies()));
  }
}
