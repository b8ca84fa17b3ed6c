package io.sitepulse.bench.process;

import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.local.LocalSettings;
import io.sitepulse.local.instance.RunningInstance;
import io.sitepulse.local.instance.RunningInstances;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All of the product in one process, as {@code sitepulse up} runs it. */
public final class UpInstance implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String MAIN = "io.sitepulse.local.cli.SitepulseCommand";

  private final Service service;
  private final KafkaConfig kafka;
  private final Auditor auditor;

  private UpInstance(Path folder, Service service) {
    RunningInstance instance = RunningInstances.ofUser(System.getenv()).one(folder);
    this.service = service;
    this.kafka = instance.kafka();
    this.auditor = new Auditor(logs(folder), environment(folder, instance.clickHouse()));
  }

  /**
   * Starts an instance without sites and waits until it is ready.
   *
   * @param folder its data folder
   */
  public static UpInstance start(Path folder) throws Exception {
    int port = Await.freePort();
    var arguments =
        List.of(
            "up", "--data", folder.toString(), "--port", Integer.toString(port), "--seed", "none");
    URI url = URI.create("http://127.0.0.1:" + port);
    long begun = System.nanoTime();
    var process = ChildProcess.java("up", logs(folder), Map.of(), MAIN, arguments);
    try {
      Await.answers(process, url.resolve("/health/ready"), START);
      var service = new Service(process, url, Duration.ofNanos(System.nanoTime() - begun));
      Await.until("the instance is registered", START, () -> isRegistered(process, folder));
      return new UpInstance(folder, service);
    } catch (Exception e) {
      process.close();
      throw e;
    }
  }

  private static boolean isRegistered(ChildProcess process, Path folder) {
    process.requireAlive();
    return RunningInstances.ofUser(System.getenv()).all().stream()
        .anyMatch(instance -> instance.data().equals(folder));
  }

  private static Map<String, String> environment(
      Path folder, RunningInstance.ClickHouseAddress clickHouse) {
    return LocalSettings.environment(
        folder,
        Map.of(
            "SITEPULSE_CLICKHOUSE_URL", clickHouse.url(),
            "SITEPULSE_CLICKHOUSE_USER", clickHouse.user(),
            "SITEPULSE_CLICKHOUSE_PASSWORD", clickHouse.password()));
  }

  private static Path logs(Path folder) {
    return folder.resolveSibling(folder.getFileName() + "-logs");
  }

  /** Registers the site that receives all events. */
  public void register() throws Exception {
    Registration.register(kafka, Installation.SITE);
  }

  /** Its process, its address and its time to start. */
  public Service service() {
    return service;
  }

  /** The broker's connection settings. */
  public KafkaConfig kafka() {
    return kafka;
  }

  /** Waits until everything accepted is counted and stored. */
  public void awaitStored(Duration timeout) throws Exception {
    ConsumerLag.awaitDrained(kafka, timeout);
  }

  /**
   * Waits until everything accepted is counted and stored, then audits.
   *
   * @param sent events known to be accepted
   * @param unanswered events that may be accepted too
   */
  public AuditOutcome audit(String part, long sent, long unanswered, Duration settle)
      throws Exception {
    ConsumerLag.awaitDrained(kafka, settle);
    return auditor.run(part, sent, unanswered, Duration.ofSeconds(60));
  }

  @Override
  public void close() {
    service.close();
  }
}
