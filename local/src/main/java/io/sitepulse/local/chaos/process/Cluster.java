package io.sitepulse.local.chaos.process;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.chaos.machine.Surroundings;
import io.sitepulse.local.chaos.plan.FaultGroup;
import io.sitepulse.local.chaos.plan.Role;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.kafka.KafkaClientProperties;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/**
 * All processes of an installation: brokers, ClickHouse, and the services. One broker comes with
 * one process of ingest and dashboard-api each, three brokers with two. Streams has two at the
 * begin.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(4);
  private static final String PASSWORD = "chaos";
  private static final String SECRET = "chaos-chaos-chaos-chaos-chaos-chaos";
  private static final int STREAMS = 2;

  private final Path folder;
  private final Path seed;
  private final List<Integer> brokerPorts;
  private final int clickHousePort = freePort();
  private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
  private final Supervisor supervisor = new Supervisor();
  private final Surroundings surroundings;

  private Cluster(Path folder, Path seed, int brokers, Set<FaultGroup> groups) {
    this.folder = folder;
    this.seed = seed;
    this.brokerPorts = freePorts(brokers);
    this.surroundings = new Surroundings(folder, groups);
  }

  /**
   * Starts an installation and returns when all of it is ready.
   *
   * @param folder empty folder for data and logs
   * @param seed file with sites and polls
   * @param groups groups of faults that are made
   * @throws StartException if a process is not ready in time
   */
  public static Cluster start(Path folder, Path seed, int brokers, Set<FaultGroup> groups)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("logs"));
    var cluster = new Cluster(folder, seed, brokers, groups);
    try {
      cluster.startAll(brokers == 1 ? 1 : 2);
      return cluster;
    } catch (RuntimeException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  private void startAll(int services) throws InterruptedException {
    List<Integer> controllers = freePorts(brokerPorts.size());
    for (int i = 0; i < brokerPorts.size(); i++) {
      add(broker(i, controllers)).start();
    }
    add(clickHouse()).start();
    awaitReady(START);
    awaitBrokers();
    for (int i = 1; i <= services; i++) {
      add(service(Role.INGEST, i)).start();
      add(service(Role.DASHBOARD, i)).start();
    }
    awaitReady(START);
    for (int i = 1; i <= STREAMS; i++) {
      add(service(Role.STREAMS, i)).start();
    }
    awaitReady(START);
  }

  /** The first service creates the topics, with as many replicas as there are brokers. */
  private void awaitBrokers() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    try (Admin admin = Admin.create(kafka().client())) {
      while (registered(admin) < brokerPorts.size()) {
        if (System.nanoTime() > end) {
          throw new StartException("not all brokers are registered, see " + logs());
        }
        Thread.sleep(Probe.PAUSE_MILLIS);
      }
    }
  }

  private static int registered(Admin admin) throws InterruptedException {
    try {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  private ManagedProcess add(ManagedProcess process) {
    processes.add(process);
    return process;
  }

  private ManagedProcess broker(int index, List<Integer> controllers) {
    String nodes =
        controllers.stream().map(port -> Integer.toString(port)).collect(Collectors.joining(","));
    int number = index + 1;
    int clients = relayed(number, brokerPorts.get(index));
    int controller = relayed(number, controllers.get(index));
    return process(
        Role.BROKER,
        number,
        clients,
        List.of(
            "--port",
            Integer.toString(brokerPorts.get(index)),
            "--node",
            Integer.toString(number),
            "--controllers",
            nodes,
            "--behind-relay",
            clients + "," + controller));
  }

  /** Puts a relay before a port of a broker, and returns the port on which the broker listens. */
  private int relayed(int broker, int port) {
    int listening = freePort();
    surroundings.relay(name(Role.BROKER, broker), port, listening, this::owner);
    return listening;
  }

  private String owner(int port) {
    return processes.stream()
        .filter(process -> process.hasPort(port))
        .map(ManagedProcess::name)
        .findFirst()
        .orElse("");
  }

  private static String name(Role role, int number) {
    return role.command() + "-" + number;
  }

  private ManagedProcess clickHouse() {
    return process(
        Role.CLICKHOUSE, 1, clickHousePort, List.of("--port", Integer.toString(clickHousePort)));
  }

  /** An embedded server, whose port and folder are arguments. */
  private ManagedProcess process(Role role, int number, int port, List<String> more) {
    String name = name(role, number);
    var arguments =
        new ArrayList<>(List.of(role.command(), "--data", folder.resolve(name).toString()));
    arguments.addAll(more);
    return new ManagedProcess(role, name, port, arguments, environment(role, name), logs());
  }

  /** A service, whose settings are in the environment. */
  private ManagedProcess service(Role role, int number) {
    String name = name(role, number);
    int port = freePort();
    var settings = new HashMap<>(environment(role, name));
    settings.put(
        "SITEPULSE_" + role.command().toUpperCase(Locale.ROOT) + "_PORT", Integer.toString(port));
    return new ManagedProcess(role, name, port, List.of(role.command()), settings, logs());
  }

  private Map<String, String> environment(Role role, String name) {
    String data = folder.resolve(name).toString();
    var settings = new HashMap<>(surround(role, name));
    settings.put("SITEPULSE_KAFKA_BOOTSTRAP", kafka().bootstrap());
    settings.put("SITEPULSE_CLICKHOUSE_URL", clickHouse(clickHousePort).url());
    settings.put("SITEPULSE_CLICKHOUSE_USER", "default");
    settings.put("SITEPULSE_CLICKHOUSE_PASSWORD", PASSWORD);
    settings.put("SITEPULSE_STREAMS_STATE_DIR", data);
    settings.put("SITEPULSE_DASHBOARD_DATA", data);
    // All voters of a run are in one network.
    settings.put("SITEPULSE_DASHBOARD_VOTES_PER_POLL_HOUR", "1000000");
    if (brokerPorts.size() > 1) { // Then every service has two instances.
      settings.put("SITEPULSE_STREAMS_STANDBY_REPLICAS", "1");
      settings.put("SITEPULSE_STREAMS_SESSION_TIMEOUT", "3s");
    }
    settings.put("SITEPULSE_DEFINITIONS_SEED", seed.toString());
    settings.put("SITEPULSE_VOTER_SECRET", SECRET);
    settings.put("SITEPULSE_SESSION_SECRET", SECRET);
    return settings;
  }

  private Map<String, String> surround(Role role, String name) {
    try {
      return surroundings.surround(role, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while a disk was mounted", e);
    }
  }

  private Path logs() {
    return folder.resolve("logs");
  }

  /** Connection settings of the brokers. */
  public KafkaConfig kafka() {
    String bootstrap =
        brokerPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    return new KafkaConfig(bootstrap, KafkaConfig.DEFAULT_PARTITIONS, KafkaClientProperties.NONE);
  }

  /** Connection settings of ClickHouse. */
  public ClickHouseConfig clickHouseConfig() {
    return clickHouse(clickHousePort);
  }

  private static ClickHouseConfig clickHouse(int port) {
    String url = "jdbc:clickhouse://127.0.0.1:" + port + "/default?compress=0";
    return new ClickHouseConfig(url, "default", PASSWORD, 2);
  }

  /** Returns the processes of a role, in the order of their start. */
  public List<ManagedProcess> of(Role role) {
    return processes.stream().filter(process -> process.role() == role).toList();
  }

  /** Returns the addresses of a role. They stay the same for the whole run. */
  public List<URI> urls(Role role) {
    return of(role).stream().map(ManagedProcess::url).toList();
  }

  /** Returns the disks, clocks and connections of the processes. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** Returns by how much the clock of the process at an address may be ahead now. */
  public Set<Duration> offsets(URI url) {
    return processes.stream()
        .filter(process -> process.url().equals(url))
        .findFirst()
        .map(process -> surroundings.offsets(process.name()))
        .orElse(Set.of(Duration.ZERO));
  }

  /** Starts one more process of streams. */
  public ManagedProcess joinStreams() {
    ManagedProcess process = add(service(Role.STREAMS, of(Role.STREAMS).size() + 1));
    process.start();
    return process;
  }

  /** Starts again what ended by itself, as a service manager does, and returns the names. */
  public List<String> startAgainWhatEnded() {
    return supervisor.startAgain(processes);
  }

  /** Returns a sentence for each process that ended without having been killed or stopped. */
  public List<String> endings() {
    return supervisor.endings();
  }

  /**
   * Waits until all processes that should run are ready.
   *
   * @throws StartException if they are not in time
   */
  public void awaitReady(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    for (ManagedProcess process : processes) {
      while (process.isWanted() && !(process.isRunning() && Probe.isReady(process))) {
        if (System.nanoTime() > end) {
          throw new StartException(
              process.name() + " is not ready after " + timeout.toSeconds() + " s, see " + logs());
        }
        Thread.sleep(Probe.PAUSE_MILLIS);
      }
    }
  }

  private static List<Integer> freePorts(int number) {
    return IntStream.range(0, number).mapToObj(i -> freePort()).toList();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills all processes, the last started first. */
  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).close();
    }
    surroundings.close();
  }
}
