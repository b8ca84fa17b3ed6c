package io.sitepulse.bench.process;

import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.local.LocalSettings;
import io.sitepulse.runtime.kafka.KafkaClientProperties;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * An installation of its own folder: broker, ClickHouse and the product's services, each in a
 * process of its own, so that its CPU time can be told from that of the others.
 */
public final class Installation implements AutoCloseable {
  /** The registered site that receives all events. */
  public static final String SITE = "bench";

  private static final Duration START = Duration.ofMinutes(2);
  private static final String PASSWORD = "bench";
  private static final String MAIN = "io.sitepulse.local.cli.SitepulseCommand";

  private final Path folder;
  private final KafkaConfig kafka;
  private final int clickHousePort = Await.freePort();
  private final Deque<ChildProcess> running = new ArrayDeque<>();
  private final List<ChildProcess> shared = new ArrayList<>();
  private final Auditor auditor;

  private Installation(Path folder, int port) {
    this.folder = folder;
    this.kafka =
        new KafkaConfig(
            "127.0.0.1:" + port, KafkaConfig.DEFAULT_PARTITIONS, KafkaClientProperties.NONE);
    this.auditor = new Auditor(logs(), environment());
  }

  /** Starts the broker, creates the topics and registers the site. */
  public static Installation start(Path folder) throws Exception {
    int port = Await.freePort();
    var installation = new Installation(folder, port);
    try {
      installation.startBroker(port);
      return installation;
    } catch (Exception e) {
      installation.close();
      throw e;
    }
  }

  private void startBroker(int port) throws Exception {
    ChildProcess broker =
        child("broker", Map.of(), "broker", "--data", data("broker"), "--port", text(port));
    shared.add(broker);
    Await.until("the broker answers", START, () -> brokerAnswers(broker));
    Registration.register(kafka, SITE);
  }

  private boolean brokerAnswers(ChildProcess broker) throws InterruptedException {
    broker.requireAlive();
    if (!isOpen(Integer.parseInt(kafka.bootstrap().split(":", -1)[1]))) {
      return false;
    }
    try {
      TopicSetup.createMissing(kafka);
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** Starts ClickHouse, once. */
  public void startClickHouse() throws Exception {
    if (shared.size() > 1) {
      return;
    }
    ChildProcess clickHouse =
        child(
            "clickhouse",
            Map.of("SITEPULSE_CLICKHOUSE_PASSWORD", PASSWORD),
            "clickhouse",
            "--data",
            data("clickhouse"),
            "--port",
            text(clickHousePort));
    shared.add(clickHouse);
    Await.answers(clickHouse, URI.create(clickHouseUrl() + "/ping"), START);
  }

  /** Starts a collector and waits until it is ready. */
  public Service ingest() throws Exception {
    return service("ingest", Map.of());
  }

  /**
   * Starts the counting and waits until it is ready.
   *
   * @param sink true to write to ClickHouse too, which is started if it is not running
   */
  public Service streams(boolean sink) throws Exception {
    if (sink) {
      startClickHouse();
    }
    return service("streams", Map.of("SITEPULSE_SINK_ENABLED", Boolean.toString(sink)));
  }

  /** Starts ClickHouse if it is not running, and dashboard-api, and waits until it is ready. */
  public Service dashboard() throws Exception {
    startClickHouse();
    return service("dashboard", Map.of());
  }

  private Service service(String name, Map<String, String> more) throws Exception {
    int port = Await.freePort();
    var settings = new HashMap<>(more);
    settings.put("SITEPULSE_" + name.toUpperCase(Locale.ROOT) + "_PORT", text(port));
    long begun = System.nanoTime();
    ChildProcess process = child(name, settings, name);
    URI url = URI.create("http://127.0.0.1:" + port);
    Await.answers(process, url.resolve("/health/ready"), START);
    return new Service(process, url, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Starts a bare program of this module. It is stopped with the installation. */
  public ChildProcess bare(String name, Class<?> main, String... arguments) throws Exception {
    ChildProcess process =
        ChildProcess.java(name, logs(), environment(), main.getName(), List.of(arguments));
    running.push(process);
    return process;
  }

  /** Starts a bare program that serves HTTP on the port of its first argument. */
  public Service bareService(String name, Class<?> main, String... arguments) throws Exception {
    int port = Await.freePort();
    var all = new ArrayList<>(List.of(text(port)));
    all.addAll(List.of(arguments));
    long begun = System.nanoTime();
    ChildProcess process = bare(name, main, all.toArray(String[]::new));
    URI url = URI.create("http://127.0.0.1:" + port);
    Await.answers(process, url.resolve("/health/ready"), START);
    return new Service(process, url, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Creates a topic with the partitions and settings that the product's page views have. */
  public void createTopic(String name) throws Exception {
    try (Admin admin = Admin.create(kafka.client())) {
      var topic = new NewTopic(name, kafka.partitions(), (short) -1);
      admin.createTopics(List.of(topic.configs(Topics.PAGE_VIEWS.config()))).all().get();
    }
  }

  /** The broker's connection settings. */
  public KafkaConfig kafka() {
    return kafka;
  }

  /** Base URL of ClickHouse, without credentials. */
  public String clickHouseUrl() {
    return "http://127.0.0.1:" + clickHousePort;
  }

  /** User and password of ClickHouse, separated by a colon. */
  public String clickHouseCredentials() {
    return "default:" + PASSWORD;
  }

  /** Broker and, if it runs, ClickHouse. */
  public List<ChildProcess> shared() {
    return List.copyOf(shared);
  }

  /**
   * Waits until everything accepted is counted and stored, then audits. A process of the counting
   * with its sink must be running.
   *
   * @param sent events known to be accepted
   * @param unanswered events that may be accepted too
   */
  public AuditOutcome audit(String part, long sent, long unanswered, Duration settle)
      throws Exception {
    ConsumerLag.awaitDrained(kafka, settle);
    return auditor.run(part, sent, unanswered, Duration.ofSeconds(60));
  }

  /** Settings for a process of this installation. */
  public Map<String, String> environment() {
    return LocalSettings.environment(
        folder,
        Map.of(
            "SITEPULSE_KAFKA_BOOTSTRAP",
            kafka.bootstrap(),
            "SITEPULSE_KAFKA_PARTITIONS",
            text(kafka.partitions()),
            "SITEPULSE_CLICKHOUSE_URL",
            "jdbc:" + clickHouseUrl().replace("http", "clickhouse"),
            "SITEPULSE_CLICKHOUSE_USER",
            "default",
            "SITEPULSE_CLICKHOUSE_PASSWORD",
            PASSWORD));
  }

  private ChildProcess child(String name, Map<String, String> more, String... arguments)
      throws Exception {
    var settings = new HashMap<>(environment());
    settings.putAll(more);
    ChildProcess process = ChildProcess.java(name, logs(), settings, MAIN, List.of(arguments));
    running.push(process);
    return process;
  }

  private Path logs() {
    return folder.resolve("logs");
  }

  private String data(String name) {
    return folder.resolve(name).toString();
  }

  private static boolean isOpen(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  /** Stops all processes, the last started first. */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
