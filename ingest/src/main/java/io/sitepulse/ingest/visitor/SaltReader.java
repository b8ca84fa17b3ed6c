package io.sitepulse.ingest.visitor;

import io.sitepulse.runtime.kafka.BoundedPoll;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the salts topic from the beginning and follows it. Used by one thread. */
final class SaltReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SaltReader.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration POLL_WITHOUT_HURRY = Duration.ofMillis(250);
  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.VISITOR_SALTS.name(), 0);

  private final Consumer<String, byte[]> consumer;
  private final BoundedPoll<String, byte[]> poll;
  private final SaltRegistry book;
  private long end = Long.MAX_VALUE;

  SaltReader(Consumer<String, byte[]> consumer, SaltRegistry book) {
    this.consumer = consumer;
    this.poll = new BoundedPoll<>(consumer);
    this.book = book;
  }

  /** Creates a consumer without a group that starts at the beginning. */
  static Consumer<String, byte[]> consumer(Properties client) {
    var settings = new Properties();
    settings.putAll(client);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Finds the current end of the topic, to which {@link #isCaughtUp} refers. Blocks. */
  void begin() {
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, Long.MAX_VALUE);
  }

  /**
   * Polls the topic for a short time.
   *
   * @param hurry true if events wait for a salt
   */
  void read(boolean hurry) {
    poll.poll(hurry ? POLL : POLL_WITHOUT_HURRY).forEach(this::take);
  }

  boolean isCaughtUp() {
    return end != Long.MAX_VALUE && consumer.position(PARTITION) >= end;
  }

  @Override
  public void close() {
    poll.close();
    consumer.close();
  }

  private static boolean isByNetwork(ConsumerRecord<String, byte[]> record) {
    return record.headers().lastHeader(SaltProposer.BY_NETWORK) != null;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      var made = Instant.ofEpochMilli(record.timestamp());
      book.take(LocalDate.parse(record.key()), new Salt(record.value(), made, isByNetwork(record)));
    } catch (DateTimeParseException | IllegalArgumentException | NullPointerException e) {
      // An invalid record must not stop reading. Every collector ignores the same ones.
      LOG.atError()
          .addKeyValue(LogKeys.OFFSET, record.offset())
          .log("ignoring a record that is not a salt");
    }
  }
}
