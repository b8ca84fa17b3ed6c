package io.sitepulse.local.cli;

import io.sitepulse.local.cli.option.ServerOptions;
import io.sitepulse.local.cli.process.BrokerHaltHandler;
import io.sitepulse.local.cli.process.Foreground;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.instance.DataLock;
import io.sitepulse.local.kafka.EmbeddedKafka;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The embedded broker as a process of its own. */
@Command(
    name = "broker",
    header = "Runs the embedded Kafka alone.",
    descriptionHeading = "%n",
    description = {
      "Runs the embedded Kafka alone (KRaft, one node), on loopback, without passwords: "
          + "for work with the modules as separate processes. Not for production.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse broker --data /tmp/broker --port 9092",
      "  SITEPULSE_KAFKA_BOOTSTRAP=127.0.0.1:9092 ./sitepulse ingest"
    })
final class BrokerCommand implements Callable<Integer> {
  @Mixin private ServerOptions chosen = new ServerOptions(9092);

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError();
    BrokerHaltHandler.install();
    Foreground.run(
        () -> {
          try (var lock = DataLock.take(chosen.data());
              var kafka = EmbeddedKafka.start(chosen.data().resolve("kafka"), chosen.port())) {
            lock.say(kafka.bootstrap() + " (pid " + ProcessHandle.current().pid() + ")");
            System.out.println("Kafka answers at " + kafka.bootstrap() + ". Ctrl-C to stop");
            Foreground.untilStopped();
          }
        });
    return 0;
  }
}
