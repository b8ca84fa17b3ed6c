package io.sitepulse.local.cli;

import io.sitepulse.local.cli.option.ServerOptions;
import io.sitepulse.local.cli.process.BrokerHaltHandler;
import io.sitepulse.local.cli.process.Foreground;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.instance.DataLock;
import io.sitepulse.local.kafka.EmbeddedKafka;
import io.sitepulse.local.kafka.ListeningPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The embedded broker as a process of its own. */
@Command(
    name = "broker",
    header = "Runs the embedded Kafka alone.",
    descriptionHeading = "%n",
    description = {
      "Runs the embedded Kafka alone (KRaft), on loopback, without passwords: "
          + "for work with the modules as separate processes. Every user of this machine "
          + "can read and write all topics. Not for production.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse broker --data /tmp/broker --port 9092",
      "  SITEPULSE_KAFKA_BOOTSTRAP=127.0.0.1:9092 ./sitepulse ingest"
    })
final class BrokerCommand implements Callable<Integer> {
  @Mixin private ServerOptions chosen = new ServerOptions(9092);

  @Option(
      names = "--controllers",
      paramLabel = "PORTS",
      split = ",",
      description =
          "One of several brokers: ports of the controllers of all of them, separated by commas.")
  private List<Integer> controllers = List.of();

  @Option(
      names = "--node",
      paramLabel = "N",
      defaultValue = "1",
      description = "One of several brokers: its number, from 1.")
  private int node;

  @Option(
      names = "--behind-relay",
      paramLabel = "PORTS",
      split = ",",
      arity = "1",
      description =
          "One of several brokers: the two ports on which it listens for clients and for"
              + " controllers, if a relay stands at --port and at its port of --controllers.")
  private List<Integer> behindRelay = List.of();

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError();
    BrokerHaltHandler.install();
    Foreground.run(
        () -> {
          try (var lock = DataLock.take(chosen.data());
              var kafka = start()) {
            lock.say(kafka.bootstrap() + " (pid " + ProcessHandle.current().pid() + ")");
            System.out.println("Kafka answers at " + kafka.bootstrap() + ". Ctrl-C to stop");
            Foreground.untilStopped();
          }
        });
    return 0;
  }

  private EmbeddedKafka start() {
    Path data = chosen.data().resolve("kafka");
    if (controllers.isEmpty()) {
      return EmbeddedKafka.startWithoutPassword(data, chosen.port());
    }
    return behindRelay.size() == 2
        ? EmbeddedKafka.startBehindRelay(
            data,
            chosen.port(),
            node,
            controllers,
            new ListeningPorts(behindRelay.get(0), behindRelay.get(1)))
        : EmbeddedKafka.startOneOf(data, chosen.port(), node, controllers);
  }
}
