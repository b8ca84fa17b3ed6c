package io.sitepulse.ingest.kafka;

import io.sitepulse.runtime.kafka.KafkaConfig;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Settings of the collector's Kafka producer.
 *
 * @param lingerMs longest time in milliseconds that a record waits to be sent together with others
 * @param bufferBytes memory in bytes for records without acknowledgement
 * @param deliveryTimeout longest time until the acknowledgement. After it the client is asked to
 *     retry.
 */
public record EventProducerConfig(int lingerMs, long bufferBytes, Duration deliveryTimeout) {
  /**
   * Opens a producer whose {@code send} never blocks. Without metadata or memory it fails at once.
   */
  public KafkaProducer<String, byte[]> open(KafkaConfig kafka) {
    var settings = new Properties();
    settings.putAll(kafka.client());
    int delivery = Math.toIntExact(deliveryTimeout.toMillis());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "sitepulse-ingest");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMs);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    // Two attempts fit into the delivery timeout.
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, (delivery - lingerMs) / 2));
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
