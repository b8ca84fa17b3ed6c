package io.sitepulse.local.backup;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.warehouse.sink.SinkConfig;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * Addresses of an installation's data.
 *
 * @param counting consumer group of streams, with which its internal topics begin
 * @param sink consumer group of the sink
 */
public record Storage(
    KafkaConfig kafka, ClickHouseConfig clickHouse, String counting, String sink) {

  /**
   * Reads the addresses and names from settings.
   *
   * @throws io.sitepulse.runtime.config.SettingsException naming all faults together
   */
  public static Storage from(Settings settings) {
    var storage =
        new Storage(
            KafkaConfig.from(settings),
            ClickHouseConfig.from(settings),
            CountingConfig.from(settings).applicationId(),
            SinkConfig.from(settings).group());
    settings.check();
    return storage;
  }

  /** The same groups elsewhere. */
  public Storage at(KafkaConfig otherKafka, ClickHouseConfig otherClickHouse) {
    return new Storage(otherKafka, otherClickHouse, counting, sink);
  }

  /**
   * Checks that the brokers have no topic of sitepulse.
   *
   * @param needs what is needed instead, for the message
   * @throws BackupException if there is one
   */
  public void requireEmptyKafka(String needs)
      throws IOException, ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka.client())) {
      Set<String> names =
          Topics.ALL.stream().map(topic -> topic.name()).collect(Collectors.toSet());
      for (String there : admin.listTopics().names().get()) {
        if (names.contains(there) || there.startsWith(counting + "-")) {
          throw new BackupException(
              "the installation is not empty: Kafka has the topic " + there + ". " + needs);
        }
      }
    }
  }
}
