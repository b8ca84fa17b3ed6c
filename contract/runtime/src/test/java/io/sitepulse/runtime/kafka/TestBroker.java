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
 * A real broker (KRaft, one node) in this process. It can be stopped and restarted on the same
 * port.
 */
public final class TestBroker implements AutoCloseable {
  private static final String NODE = "1";
  private static final int PARTITIONS = 3;

  private final Path folder;
  private final Map<String, String> extra;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private KafkaRaftServer server;

  private TestBroker(Path folder, Map<String, String> extra) throws Exception {
    this.folder = folder;
    this.extra = extra;
    format();
    this.server = launch();
  }

  /** Starts a broker that stores its data in a new folder. */
  public static TestBroker start(Path folder) throws Exception {
    return start(folder, Map.of());
  }

  /** Starts a broker with some other settings. */
  public static TestBroker start(Path folder, Map<String, String> extra) throws Exception {
    return new TestBroker(folder, extra);
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
    var all = new HashMap<>(settings());
    all.putAll(extra);
    var launched = new KafkaRaftServer(new kafka.server.KafkaConfig(all, false), Time.SYSTEM);
    launched.startup();
    return launched;
  }

  private void format() throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(Integer.parseInt(NODE))
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .addDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", NODE),
        Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://" + bootstrap() + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "2"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "2"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("controlled.shutdown.enable", "false"),
        Map.entry("log.cleaner.dedupe.buffer.size", "2000000"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
