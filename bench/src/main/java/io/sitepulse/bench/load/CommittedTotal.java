package io.sitepulse.bench.load;

import io.sitepulse.bench.process.Await;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The committed total of a topic of totals: the sum of the last total of each key. It reads only
 * what transactions have committed.
 */
public final class CommittedTotal implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final ToLongFunction<ConsumerRecord<String, byte[]>> value;
  private final Map<String, Long> totals = new HashMap<>();
  private long sum;

  private CommittedTotal(
      KafkaConfig kafka, String topic, ToLongFunction<ConsumerRecord<String, byte[]>> value) {
    var settings = kafka.client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    this.value = value;
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The totals of a topic whose values are numbers. */
  public static CommittedTotal ofNumbers(KafkaConfig kafka, String topic) {
    var numbers = new LongDeserializer();
    return new CommittedTotal(
        kafka, topic, record -> numbers.deserialize(record.topic(), record.value()));
  }

  /** The views of the product's live counters of all sites of the benchmark. */
  public static CommittedTotal ofCounters(KafkaConfig kafka) {
    var counters = Topics.SITE_COUNTERS.value().deserializer();
    return new CommittedTotal(
        kafka,
        Topics.SITE_COUNTERS.name(),
        record ->
            record.key().startsWith(Installation.SITE)
                ? counters.deserialize(record.topic(), record.value()).total().views()
                : 0);
  }

  /** Reads what has been committed since the last call and returns the total. */
  public long read() {
    for (var record : consumer.poll(POLL)) {
      long now = value.applyAsLong(record);
      Long before = totals.put(record.key(), now);
      sum += now - (before == null ? 0 : before);
    }
    return sum;
  }

  /**
   * Waits until the total is reached.
   *
   * @throws io.sitepulse.local.instance.StartException if it is not reached in time
   */
  public void await(long total, Duration timeout) throws Exception {
    Await.until("the committed total is " + total, timeout, () -> read() >= total);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
