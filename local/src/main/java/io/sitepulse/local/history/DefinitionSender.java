package io.sitepulse.local.history;

import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records of compacted topics, many at once. */
final class DefinitionSender implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  DefinitionSender(KafkaConfig kafka) {
    var settings = kafka.client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Begins to write a record. */
  <V> void send(Topic<V> topic, String key, V value) {
    byte[] bytes = topic.value().serializer().serialize(topic.name(), value);
    sent.add(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
  }

  /**
   * Waits until all records are acknowledged.
   *
   * @throws StartException if a record could not be written
   */
  void awaitAll() {
    try {
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
      sent.clear();
    } catch (ExecutionException e) {
      throw new StartException("the sample history cannot be written: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("stopped while the sample history was written", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
