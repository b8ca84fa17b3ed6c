package io.sitepulse.local.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Settings of a broker for one machine. Everything else is the broker's own default.
 *
 * @param data folder of the log and of the metadata log
 * @param port port at which clients find it
 * @param node number of this broker, from 1
 * @param controllerPorts ports of the controllers of all brokers, each in the process of its broker
 * @param listening ports on which it listens itself, which are others behind a relay
 * @param password password of its clients and of its controller, or none
 */
record BrokerSettings(
    Path data,
    int port,
    int node,
    List<Integer> controllerPorts,
    ListeningPorts listening,
    BrokerPassword password) {
  private static final int MAX_REPLICAS = 3;
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "CLIENTS";

  BrokerSettings {
    controllerPorts = List.copyOf(controllerPorts);
  }

  /** Settings of a broker that is alone. */
  static BrokerSettings alone(Path data, int port, int controllerPort, BrokerPassword password) {
    var listening = new ListeningPorts(port, controllerPort);
    return new BrokerSettings(data, port, 1, List.of(controllerPort), listening, password);
  }

  /** The port of the controller of this broker. */
  int controllerPort() {
    return controllerPorts.get(node - 1);
  }

  Properties properties() {
    var settings = new Properties();
    node(settings);
    replicas(settings);
    quickAndSmall(settings);
    kept(settings);
    return settings;
  }

  private void node(Properties settings) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(node));
    settings.put("controller.quorum.voters", voters());
    settings.put("listeners", listeners(listening.clients(), listening.controller()));
    settings.put("advertised.listeners", listeners(port, controllerPort()));
    password.addTo(settings, CLIENTS, CONTROLLER);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put("log.dirs", data.toString());
  }

  private static String listeners(int clients, int controller) {
    return CLIENTS
        + ("://" + Ports.HOST + ":" + clients + ",")
        + CONTROLLER
        + ("://" + Ports.HOST + ":" + controller);
  }

  private String voters() {
    return IntStream.range(0, controllerPorts.size())
        .mapToObj(i -> (i + 1) + "@" + Ports.HOST + ":" + controllerPorts.get(i))
        .collect(Collectors.joining(","));
  }

  private void replicas(Properties settings) {
    int number = Math.min(MAX_REPLICAS, controllerPorts.size());
    String replicas = Integer.toString(number);
    String inSync = Integer.toString(Math.max(1, number - 1));
    settings.put("default.replication.factor", replicas);
    settings.put("offsets.topic.replication.factor", replicas);
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", replicas);
    settings.put("transaction.state.log.min.isr", inSync);
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", replicas);
    settings.put("share.coordinator.state.topic.min.isr", inSync);
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void quickAndSmall(Properties settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    // A process that was killed must not keep its partitions from the one that takes its place.
    settings.put("group.min.session.timeout.ms", "1000");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "250");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    // The default of 128 MB is heap, taken at start.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    settings.put("log.index.size.max.bytes", Integer.toString(2 << 20));
    settings.put("metadata.log.segment.bytes", Integer.toString(64 << 20));
    settings.put("initial.broker.registration.timeout.ms", "30000");
    settings.put("metric.reporters", "");
  }

  private static void kept(Properties settings) {
    settings.put("auto.create.topics.enable", "false");
    // By default the broker never checks which logs are due by their flush.ms. The second setting
    // is the flush.ms of topics without one of their own, which would be the same 100 ms.
    settings.put("log.flush.scheduler.interval.ms", "100");
    settings.put("log.flush.interval.ms", Long.toString(Long.MAX_VALUE));
    // The default of 7 days would make consumers of an instance that stood still for a week begin
    // anew, and count what is left in page-views a second time.
    settings.put("offsets.retention.minutes", Integer.toString(5 * 365 * 24 * 60));
  }
}
