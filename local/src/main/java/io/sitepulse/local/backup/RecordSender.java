package io.sitepulse.local.backup;

import io.sitepulse.runtime.kafka.KafkaConfig;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records and keeps the first failure. Used by one thread. */
public final class RecordSender {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public RecordSender(KafkaProducer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** A producer for many records at once. */
  public static KafkaProducer<byte[], byte[]> producer(KafkaConfig kafka) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "20");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 << 10));
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // Before compression. The broker's limit is for what is sent.
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(16 << 20));
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends a record.
   *
   * @throws ExecutionException if an earlier record could not be sent
   */
  // The callback keeps what the future would say. Kafka's types do not say that keys and values
  // may be null.
  @SuppressWarnings({"FutureReturnValueIgnored", "NullAway"})
  public void send(ProducerRecord<byte @Nullable [], byte @Nullable []> record)
      throws ExecutionException {
    fail();
    producer.send(
        record,
        (sent, exception) -> {
          if (exception != null) {
            failure.compareAndSet(null, exception);
          }
        });
  }

  /**
   * Waits until the brokers have all records.
   *
   * @throws ExecutionException if one could not be sent
   */
  public void await() throws ExecutionException {
    producer.flush();
    fail();
  }

  /**
   * Makes an empty partition begin at an offset. Kafka has no way to set the next offset, so empty
   * records take the offsets and are deleted.
   */
  public void skipTo(Admin admin, TopicPartition partition, long offset)
      throws ExecutionException, InterruptedException {
    if (offset > 0) {
      for (long i = 0; i < offset; i++) {
        send(
            new ProducerRecord<>(partition.topic(), partition.partition(), null, null, null, null));
      }
      await();
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset))).all().get();
    }
  }

  private void fail() throws ExecutionException {
    Exception first = failure.get();
    if (first != null) {
      throw new ExecutionException(first);
    }
  }
}
