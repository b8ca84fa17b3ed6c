package io.sitepulse.runtime.kafka;

import io.sitepulse.runtime.config.Settings;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Address and client settings of Kafka.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param partitions number of partitions of topics that this process creates
 * @param security protocol and credentials as Kafka's clients name them ({@code security.protocol},
 *     {@code sasl.…}, {@code ssl.…}), or empty for a plain connection
 * @param replication number of replicas of each topic, or {@link #BY_BROKERS}
 */
public record KafkaConfig(
    String bootstrap, int partitions, KafkaClientProperties security, int replication) {
  public static final String DEFAULT_BOOTSTRAP = "127.0.0.1:9092";
  public static final int DEFAULT_PARTITIONS = 6;

  /** Stands for as many replicas as there are brokers, and at most 3. */
  public static final int BY_BROKERS = 0;

  /** The settings with replicas {@link #BY_BROKERS}. */
  public KafkaConfig(String bootstrap, int partitions, KafkaClientProperties security) {
    this(bootstrap, partitions, security, BY_BROKERS);
  }

  /** Reads {@code sitepulse.kafka.*}. */
  public static KafkaConfig from(Settings settings) {
    return new KafkaConfig(
        settings.text("sitepulse.kafka.bootstrap", DEFAULT_BOOTSTRAP),
        settings.integer("sitepulse.kafka.partitions", DEFAULT_PARTITIONS, 1, 1024),
        new KafkaClientProperties(settings.text("sitepulse.kafka.client-properties", "")),
        settings.integer("sitepulse.kafka.replication", BY_BROKERS, BY_BROKERS, 9));
  }

  /** Connection settings as Kafka's clients name them. */
  public Properties client() {
    var properties = new Properties();
    // Micrometer reads the metrics. By default each would be registered in JMX too.
    properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    security.lines().forEach(properties::put);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return properties;
  }
}
