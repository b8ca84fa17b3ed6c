package io.sitepulse.local.chaos;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the committed last value of each key of a topic. */
final class Snapshot {
  private static final Duration POLL = Duration.ofMillis(200);

  private Snapshot() {}

  static <V> Map<String, V> of(KafkaConfig kafka, Topic<V> topic) {
    var settings = kafka.client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    var values = new HashMap<String, V>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), topic.value().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> values.put(record.key(), record.value()));
      }
    }
    return values;
  }
}
