package io.sitepulse.runtime.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real broker (KRaft) in this process. It can be stopped and restarted on the same port. The
 * first node is its own controller, and further brokers can join it.
 */
public final class TestBroker implements AutoCloseable {
  private static final int FIRST = 1;
  private static final int PARTITIONS = 3;

  private final Path folder;
  private final int node;
  private final String cluster;
  private final int port;
  private final int controllerPort;
  private final Map<String, String> more;
  private final Time clock;
  private KafkaRaftServer server;

  private TestBroker(
      Path folder,
      int node,
      String cluster,
      int controllerPort,
      Map<String, String> more,
      Time clock)
      throws Exception {
    this.folder = folder;
    this.node = node;
    this.cluster = cluster;
    this.controllerPort = controllerPort;
    this.port = freePort(controllerPort);
    this.more = more;
    this.clock = clock;
    format();
    this.server = launch();
  }

  /** Starts a broker that stores its data in a new folder. */
  public static TestBroker start(Path folder) throws Exception {
    return start(folder, Map.of());
  }

  /** Starts a broker with further settings, which replace those of this class. */
  public static TestBroker start(Path folder, Map<String, String> more) throws Exception {
    return start(folder, more, Time.SYSTEM);
  }

  /** Starts a broker with a clock of its own. */
  public static TestBroker start(Path folder, Map<String, String> more, Time clock)
      throws Exception {
    return new TestBroker(folder, FIRST, Uuid.randomUuid().toString(), freePort(), more, clock);
  }

  /** Starts a further broker of the cluster of this one. */
  public TestBroker join(Path otherFolder, int otherNode) throws Exception {
    return new TestBroker(otherFolder, otherNode, cluster, controllerPort, more, clock);
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** The client settings. */
  public KafkaConfig config() {
    return config(PARTITIONS);
  }

  /** The client settings with a number of partitions for new topics. */
  public KafkaConfig config(int partitions) {
    return new KafkaConfig(bootstrap(), partitions, KafkaClientProperties.NONE);
  }

  /** Stops the broker and keeps its data. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Starts the broker again on the same port. */
  public void comeBack() {
    server = launch();
  }

  @Override
  public void close() {
    stop();
  }

  private KafkaRaftServer launch() {
    var launched = new KafkaRaftServer(new kafka.server.KafkaConfig(settings(), false), clock);
    launched.startup();
    return launched;
  }

  private void format() throws Exception {
    new Formatter()
        .setClusterId(cluster)
        .setNodeId(node)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .addDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", node == FIRST ? "broker,controller" : "broker");
    settings.put("node.id", Integer.toString(node));
    settings.put("controller.quorum.voters", FIRST + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", "CONTROLLER");
    String controller = node == FIRST ? ",CONTROLLER://127.0.0.1:" + controllerPort : "";
    settings.put("listeners", "PLAINTEXT://" + bootstrap() + controller);
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "2");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "2");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("controlled.shutdown.enable", "false");
    settings.put("log.cleaner.dedupe.buffer.size", "2000000");
    settings.putAll(more);
    return settings;
  }

  /** Finds a port that is free now and not the one that the controller is about to take. */
  private static int freePort(int taken) {
    int port = freePort();
    while (port == taken) {
      port = freePort();
    }
    return port;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
