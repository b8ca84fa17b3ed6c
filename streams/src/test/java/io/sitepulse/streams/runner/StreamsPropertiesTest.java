package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
  private static final int FIVE_MINUTES = (int) Duration.ofMinutes(5).toMillis();

  @Test
  void anOutageOfSomeMinutesEndsNoTask() {
    var client = new Properties();
    client.put("bootstrap.servers", "unused:9092");
    try (var memory = new RocksDbMemoryLimit(32)) {
      var settings = Settings.load(null, Map.of());
      var config =
          new StreamsConfig(StreamsProperties.of(CountingConfig.from(settings), client, memory));
      var ofProducer = new HashMap<>(config.getProducerConfigs("client"));
      ofProducer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
      ofProducer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
      var producer = new ProducerConfig(ofProducer);
      var ofConsumer = new HashMap<>(config.getMainConsumerConfigs("group", "client", 0));
      ofConsumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
      ofConsumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
      var consumer = new ConsumerConfig(ofConsumer);

      long commit = producer.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG);
      assertThat(commit).isGreaterThan(FIVE_MINUTES);
      assertThat(producer.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG))
          .isGreaterThan(FIVE_MINUTES);
      // A thread that waits for a commit does not poll.
      assertThat(consumer.getInt(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG))
          .isGreaterThan((int) commit);
      assertThat(config.getLong(StreamsConfig.TASK_TIMEOUT_MS_CONFIG)).isGreaterThan(commit);
    }
  }

  /** Kafka Streams makes each internal topic after a pause of its consumer. */
  @Test
  void theFirstStartDoesNotPauseLongBetweenTopics() {
    var client = new Properties();
    client.put("bootstrap.servers", "unused:9092");
    try (var memory = new RocksDbMemoryLimit(32)) {
      var settings = CountingConfig.from(Settings.load(null, Map.of()));
      var config = new StreamsConfig(StreamsProperties.of(settings, client, memory));
      String pause = ConsumerConfig.RETRY_BACKOFF_MS_CONFIG;
      assertThat(config.getMainConsumerConfigs("group", "client", 0)).containsEntry(pause, 10L);
      assertThat(config.getProducerConfigs("client")).doesNotContainEntry(pause, 10L);
      assertThat(config.getAdminConfigs("client")).doesNotContainEntry(pause, 10L);
    }
  }

  /** At Kafka Streams' defaults, a process that joins had its share of the work after hours. */
  @Test
  void aProcessThatJoinsHasItsShareWithinMinutes() {
    var client = new Properties();
    client.put("bootstrap.servers", "unused:9092");
    try (var memory = new RocksDbMemoryLimit(32)) {
      var counting = CountingConfig.from(Settings.load(null, Map.of()));
      var config = new StreamsConfig(StreamsProperties.of(counting, client, memory));
      assertThat(config.getLong(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG))
          .isEqualTo(60_000);
      assertThat(config.getInt(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG)).isGreaterThan(1_000);
    }
  }

  /** A broker answers what is asked about new partitions after a fetch that waits for records. */
  @Test
  void fetchesWaitLessWhereProcessesTakeOverFromEachOther() {
    var standby = Map.of("SITEPULSE_STREAMS_STANDBY_REPLICAS", "1");

    assertThat(fetchWaits(standby)).containsExactly(100, 100);
    assertThat(fetchWaits(Map.of())).containsOnly(ConsumerConfig.DEFAULT_FETCH_MAX_WAIT_MS);
  }

  /** Returns the longest waits of the consumers of a thread and of its restores. */
  private static List<Integer> fetchWaits(Map<String, String> environment) {
    var client = new Properties();
    client.put("bootstrap.servers", "unused:9092");
    try (var memory = new RocksDbMemoryLimit(32)) {
      var counting = CountingConfig.from(Settings.load(null, environment));
      var config = new StreamsConfig(StreamsProperties.of(counting, client, memory));
      return Stream.of(
              config.getMainConsumerConfigs("group", "client", 0),
              config.getRestoreConsumerConfigs("client"))
          .map(
              consumer ->
                  (Integer)
                      consumer.getOrDefault(
                          ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                          ConsumerConfig.DEFAULT_FETCH_MAX_WAIT_MS))
          .toList();
    }
  }
}
