package io.sitepulse.local.kafka;

import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka in this JVM: broker and controller (KRaft) in one, on loopback only. Its log stays
 * in a folder, and a later start continues with it on any port.
 *
 * <p>Connections are not encrypted, because they stay on this machine. Each start makes a random
 * password, without which neither the broker nor its controller answers. {@link #config} has it. A
 * broker of {@link #startWithoutPassword} or {@link #startOneOf} trusts every user of this machine.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final int ATTEMPTS = 3;

  /** Constant cluster id. A formatted folder must be opened with the id that it has. */
  private static final String CLUSTER = "sitepulse-embedded";

  private final BrokerSettings settings;
  private KafkaRaftServer server;

  private EmbeddedKafka(KafkaRaftServer server, BrokerSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Starts a broker and returns when it accepts requests.
   *
   * @param data folder of the broker, created if it is missing
   * @param port port to listen on, 0 for any free port
   * @throws StartException if the port is in use, if the folder is in use or not usable, or if the
   *     thread was interrupted meanwhile. It stays so, and the broker is stopped.
   */
  public static EmbeddedKafka start(Path data, int port) {
    return uninterrupted(() -> startAlone(data, port, BrokerPassword.random()));
  }

  /** Starts a broker as {@link #start} does that asks its clients for no password. */
  public static EmbeddedKafka startWithoutPassword(Path data, int port) {
    return uninterrupted(() -> startAlone(data, port, BrokerPassword.NONE));
  }

  /**
   * Starts one of several brokers of a cluster, which ask for no password. All of them must start,
   * because most of their controllers are needed.
   *
   * @param data folder of this broker, created if it is missing
   * @param port port to listen on
   * @param node number of this broker, from 1
   * @param controllerPorts ports of the controllers of all brokers, in the order of their numbers
   * @throws StartException if a port is in use, if the folder is in use or not usable, or if the
   *     thread was interrupted meanwhile. It stays so, and the broker is stopped.
   */
  public static EmbeddedKafka startOneOf(
      Path data, int port, int node, List<Integer> controllerPorts) {
    requireNode(node, controllerPorts);
    var listening = new ListeningPorts(port, controllerPorts.get(node - 1));
    return startBehindRelay(data, port, node, controllerPorts, listening);
  }

  /**
   * Starts a broker as {@link #startOneOf} does whose clients and controllers connect to a relay at
   * {@code port} and at the controller's port. The relay connects to the ports on which the broker
   * listens.
   */
  public static EmbeddedKafka startBehindRelay(
      Path data, int port, int node, List<Integer> controllerPorts, ListeningPorts listening) {
    requireNode(node, controllerPorts);
    return uninterrupted(
        () -> {
          format(data, node);
          Ports.requireFree(listening.clients());
          return start(
              new BrokerSettings(
                  data, port, node, controllerPorts, listening, BrokerPassword.NONE));
        });
  }

  private static void requireNode(int node, List<Integer> controllerPorts) {
    if (node < 1 || node > controllerPorts.size()) {
      throw new StartException("there is no broker " + node + " of " + controllerPorts.size());
    }
  }

  private static EmbeddedKafka startAlone(Path data, int port, BrokerPassword password) {
    format(data, 1);
    if (port != 0) {
      Ports.requireFree(port);
    }
    for (int attempt = 1; ; attempt++) {
      int clients = port == 0 ? Ports.free() : port;
      var settings = BrokerSettings.alone(data, clients, Ports.free(), password);
      try {
        return start(settings);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.atDebug().setCause(e).log("broker did not start, once more on other ports");
      }
    }
  }

  /**
   * Runs the start of a broker on a thread that is never interrupted. Kafka forgets an interrupt in
   * its start, or ends the process for it. The caller stays interrupted.
   */
  private static EmbeddedKafka uninterrupted(Supplier<EmbeddedKafka> start) {
    EmbeddedKafka kafka;
    try {
      kafka =
          CompletableFuture.supplyAsync(start, task -> new Thread(task, "kafka-start").start())
              .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartException cause) {
        throw cause;
      }
      throw new StartException("Kafka does not start: " + rootMessage(e), e);
    }
    if (Thread.interrupted()) {
      kafka.close();
      Thread.currentThread().interrupt();
      throw new StartException("the start of Kafka was interrupted");
    }
    return kafka;
  }

  /** Returns the bootstrap address, {@code host:port}. */
  public String bootstrap() {
    return Ports.HOST + ":" + settings.port();
  }

  /** Returns the connection settings for the modules, with the password of this start. */
  public KafkaConfig config() {
    return new KafkaConfig(
        bootstrap(), KafkaConfig.DEFAULT_PARTITIONS, settings.password().client());
  }

  /** Returns the port of the controller. */
  int controllerPort() {
    return settings.controllerPort();
  }

  /** Returns the data folder. */
  public Path data() {
    return settings.data();
  }

  /** Blocks until the broker has stopped. */
  public void awaitShutdown() {
    running().awaitShutdown();
  }

  /** Stops the broker cleanly, so that the next start need not check its log. */
  @Override
  public synchronized void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /**
   * Starts the broker again after {@link #close}, on the same port and with the same log, so that
   * connected clients find it again.
   *
   * @throws StartException if the port is in use meanwhile
   */
  public synchronized void startAgain() {
    Ports.requireFree(settings.listening().clients());
    Ports.requireFree(settings.listening().controller());
    server = open(settings);
  }

  private static EmbeddedKafka start(BrokerSettings settings) {
    return new EmbeddedKafka(open(settings), settings);
  }

  private static KafkaRaftServer open(BrokerSettings settings) {
    long begun = System.nanoTime();
    KafkaPatch.apply();
    var config = kafka.server.KafkaConfig.fromProps(settings.properties(), false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    LOG.atInfo()
        .addKeyValue("port", settings.port())
        .addKeyValue("ms", (System.nanoTime() - begun) / 1_000_000)
        .log("kafka started");
    return server;
  }

  private synchronized KafkaRaftServer running() {
    return server;
  }

  /** Formats the folder as a Kafka log directory. A formatted folder stays as it is. */
  private static void format(Path data, int node) {
    try {
      Files.createDirectories(data);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(node)
          .setClusterId(CLUSTER)
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .setUnstableFeatureVersionsEnabled(false)
          .setIgnoreFormatted(true)
          .setHasDynamicQuorum(false)
          .run();
    } catch (IOException e) {
      throw new StartException("Kafka cannot use the folder " + data + ": " + e, e);
    } catch (Exception e) {
      throw new StartException("Kafka cannot format the folder " + data + ": " + e, e);
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
