package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedPollIT {
  @TempDir private static Path folder;

  /** A timeout of a day is what a poll has left after the clock was set back by a day. */
  @Test
  void aPollEndsInTimeAndTheConsumerReadsOn() throws Exception {
    try (var broker = TestBroker.start(folder)) {
      TopicSetup.createMissing(broker.config());
      var partition = new TopicPartition(Topics.VISITOR_SALTS.name(), 0);
      var settings = new Properties();
      settings.putAll(broker.config().client());
      try (var consumer =
              new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
          var poll = new BoundedPoll<>(consumer, Duration.ofDays(-1))) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        for (int i = 0; i < 2; i++) {
          var records = CompletableFuture.supplyAsync(() -> poll.poll(Duration.ofDays(1)));
          assertThat(records.get(2, TimeUnit.MINUTES).isEmpty()).isTrue();
        }

        try (var producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
          producer.send(new ProducerRecord<>(partition.topic(), "key", new byte[1])).get();
        }

        assertThat(consumer.position(partition)).isZero();
        int read = 0;
        for (int i = 0; i < 100 && read == 0; i++) {
          read = poll.poll(Duration.ofDays(1)).count();
        }
        assertThat(read).isEqualTo(1);
      }
    }
  }
}
