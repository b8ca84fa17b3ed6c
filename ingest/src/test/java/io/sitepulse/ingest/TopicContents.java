package io.sitepulse.ingest;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics with plain Kafka clients. */
final class TopicContents {
  private TopicContents() {}

  /** Reads all events of {@code page-views}, each as a record of its own. */
  static List<ConsumerRecord<String, PageView>> events(KafkaConfig kafka) {
    return of(Topics.PAGE_VIEWS.name(), new ByteArrayDeserializer(), kafka).stream()
        .flatMap(
            record ->
                EventPack.read(record.value()).stream()
                    .map(
                        entry ->
                            new ConsumerRecord<>(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                record.key(),
                                entry.event())))
        .toList();
  }

  /** Reads all current records. */
  static <V> List<ConsumerRecord<String, V>> of(Topic<V> topic, KafkaConfig kafka) {
    return of(topic.name(), topic.value().deserializer(), kafka);
  }

  private static <V> List<ConsumerRecord<String, V>> of(
      String topic, Deserializer<V> values, KafkaConfig kafka) {
    try (var consumer = new KafkaConsumer<>(kafka.client(), new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long total = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      var records = new ArrayList<ConsumerRecord<String, V>>();
      while (records.size() < total) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Writes one record and waits for its acknowledgement. */
  static <V> void put(Topic<V> topic, String key, V value, KafkaConfig kafka) throws Exception {
    var settings = new Properties();
    settings.putAll(kafka.client());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), topic.value().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }
}
