package io.sitepulse.dashboard.kafka;

import io.sitepulse.contract.kafka.Topic;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.Seeder;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Definitions into their compacted topics. Waits for Kafka: not for an event loop. */
public final class KafkaDefinitionLog implements Seeder.DefinitionLog, AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;

  public KafkaDefinitionLog(Properties client) {
    var settings = new Properties();
    settings.putAll(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void put(Site site) throws InterruptedException {
    put(Topics.SITES, site.id(), site);
  }

  @Override
  public void put(Poll poll) throws InterruptedException {
    put(Topics.POLLS, poll.id(), poll);
  }

  @Override
  public void close() {
    producer.close();
  }

  private <V> void put(Topic<V> topic, String key, V value) throws InterruptedException {
    byte[] bytes = topic.value().serializer().serialize(topic.name(), value);
    try {
      producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write to " + topic.name(), e.getCause());
    }
  }
}
