package io.sitepulse.ingest.kafka;

import io.sitepulse.runtime.kafka.KafkaConfig;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How the collector talks to Kafka.
 *
 * @param lingerMs milliseconds a record may wait for others to share its request
 * @param bufferBytes memory for records that wait for their acknowledgement
 * @param deliveryTimeout how long an acknowledgement may take before the sender is told to repeat
 */
public record EventProducerConfig(int lingerMs, long bufferBytes, Duration deliveryTimeout) {
  /** Opens a producer whose {@code send} never blocks: what is not there at once fails at once. */
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
    // Two tries fit into a delivery.
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, (delivery - lingerMs) / 2));
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
