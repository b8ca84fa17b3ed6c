package io.sitepulse.runtime.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTopicTableIT {

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static TestBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start(folder);
    TopicSetup.createMissing(broker.config());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aTableThatMayNotReadForAWhileReadsOnAndReadinessTellsIt() {
    var denied = new AtomicBoolean();
    var opened = new AtomicInteger();
    send(Topics.VISITOR_SALTS, "first", 0);
    try (var table =
        new KafkaTopicTable<>(
            Topics.VISITOR_SALTS,
            () -> {
              opened.incrementAndGet();
              return new DeniedConsumer(denied);
            },
            null)) {
      var seen = new CopyOnWriteArrayList<String>();
      table.onChange((key, value) -> seen.add(key));
      var readiness = new Readiness().require("salts", table.start()::isUpToDate);
      await().until(() -> readiness.states().equals(Map.of("salts", true)));

      denied.set(true);
      await().until(() -> readiness.states().equals(Map.of("salts", false)));
      await().until(() -> opened.get() > 2);
      assertThat(table.get("first")).isPresent();
      send(Topics.VISITOR_SALTS, "second", 0);

      denied.set(false);
      await().until(() -> readiness.states().equals(Map.of("salts", true)));
      assertThat(table.get("second")).isPresent();
      assertThat(seen).containsExactly("first", "second");
    }
  }

  @Test
  void partitionsThatAreAddedLaterAreRead() throws Exception {
    var raw = new Topic<>(Topics.SITE_DAYS.name(), Serdes.ByteArray(), false, Map.of());
    Properties client = broker.config().client();
    client.put("metadata.max.age.ms", "500");
    try (var table = new KafkaTopicTable<>(raw, client).start();
        var admin = Admin.create(broker.config().client())) {
      await().until(table::isUpToDate);
      send(raw, "old", 0);
      admin.createPartitions(Map.of(raw.name(), NewPartitions.increaseTo(4))).all().get();
      await()
          .ignoreExceptions()
          .until(
              () -> {
                send(raw, "new", 3);
                return true;
              });
      await().until(() -> table.get("new").isPresent());
      assertThat(table.get("old")).isPresent();
    }
  }

  private static void send(Topic<byte[]> topic, String key, int partition) {
    try (var producer =
        new KafkaProducer<>(
            broker.config().client(), new StringSerializer(), topic.value().serializer())) {
      var unused =
          producer.send(new ProducerRecord<>(topic.name(), partition, key, key.getBytes(UTF_8)));
      producer.flush();
    }
  }

  /** A consumer whose right to read is taken away and given back. */
  private static final class DeniedConsumer extends KafkaConsumer<String, byte[]> {
    private final AtomicBoolean denied;

    DeniedConsumer(AtomicBoolean denied) {
      super(
          KafkaTopicTable.properties(broker.config().client()),
          new StringDeserializer(),
          new ByteArrayDeserializer());
      this.denied = denied;
    }

    @Override
    public ConsumerRecords<String, byte[]> poll(Duration timeout) {
      if (denied.get()) {
        throw new TopicAuthorizationException("not allowed");
      }
      return super.poll(timeout);
    }
  }
}
