package io.sitepulse.dashboard.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real broker (KRaft, one node) in this process; it can go away and come back on its port. */
public final class TestBroker implements AutoCloseable {
  private final Path folder;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private KafkaRaftServer server;

  public TestBroker(Path folder) throws Exception {
    this.folder = folder;
    format();
    this.server = launch();
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** The broker goes away; what it has stays. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** The broker comes back where it was. */
  public void comeBack() {
    server = launch();
  }

  @Override
  public void close() {
    stop();
  }

  private KafkaRaftServer launch() {
    var launched =
        new KafkaRaftServer(new kafka.server.KafkaConfig(settings(), false), Time.SYSTEM);
    launched.startup();
    return launched;
  }

  private void format() throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .setDirectories(List.of(folder.toString()))
        .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
        .run();
    Files.createDirectories(folder);
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners", "PLAINTEXT://" + bootstrap() + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", folder.toString());
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("controlled.shutdown.enable", "false");
    return settings;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
