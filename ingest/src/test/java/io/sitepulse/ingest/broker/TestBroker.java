package io.sitepulse.ingest.broker;

import io.sitepulse.contract.kafka.KafkaConfig;
import io.sitepulse.contract.kafka.Secrets;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A real broker (KRaft, one node) that can go away and come back with its data. */
public final class TestBroker implements AutoCloseable {
  private static final int NODE = 1;

  private final Path folder;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private KafkaRaftServer server;

  private TestBroker(Path folder) throws Exception {
    this.folder = folder;
    format();
    this.server = newServer();
  }

  /** Formats a folder of its own and starts. */
  public static TestBroker start() {
    try {
      var broker = new TestBroker(Files.createTempDirectory("sitepulse-broker"));
      broker.server.startup();
      return broker;
    } catch (Exception e) {
      throw new IllegalStateException("no broker", e);
    }
  }

  /** How to reach it. */
  public KafkaConfig config() {
    return new KafkaConfig("127.0.0.1:" + port, 3, Secrets.NONE);
  }

  /** The broker goes away. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** The broker comes back, with its data and on the same port. */
  public void again() {
    server = newServer();
    server.startup();
  }

  @Override
  public void close() {
    stop();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void format() throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .addDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  private KafkaRaftServer newServer() {
    return new KafkaRaftServer(new kafka.server.KafkaConfig(settings()), Time.SYSTEM);
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(NODE)),
        Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("auto.create.topics.enable", "false"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
