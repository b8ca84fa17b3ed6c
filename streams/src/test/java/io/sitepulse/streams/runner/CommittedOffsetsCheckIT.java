package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.runtime.kafka.TestBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedOffsetsCheckIT {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static TestBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start(folder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aFirstStartIsAllowed() {
    assertThatCode(() -> check("first").run()).doesNotThrowAnyException();
  }

  @Test
  void stateWithoutOffsetsIsRefused() throws Exception {
    send("lost", true);
    assertThatThrownBy(() -> check("lost").run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("consumer group lost has no committed offsets");
  }

  @Test
  void stateWithOffsetsIsAllowed() throws Exception {
    send("known", true);
    try (var admin = Admin.create(client())) {
      var offset = Map.of(new TopicPartition(changelog("known"), 0), new OffsetAndMetadata(0));
      admin.alterConsumerGroupOffsets("known", offset).all().get();
    }
    assertThatCode(() -> check("known").run()).doesNotThrowAnyException();
  }

  @Test
  void stateOfAnAbortedFirstStartIsAllowed() throws Exception {
    send("aborted", false);
    assertThatCode(() -> check("aborted").run()).doesNotThrowAnyException();
  }

  private static CommittedOffsetsCheck check(String application) {
    return new CommittedOffsetsCheck(application, client());
  }

  private static void send(String application, boolean committed) throws Exception {
    try (var admin = Admin.create(client())) {
      var topic = new NewTopic(changelog(application), Optional.of(2), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }
    var properties = client();
    properties.put("transactional.id", application);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var sent = producer.send(new ProducerRecord<>(changelog(application), 1, "key", "value"));
      producer.flush();
      sent.get();
      if (committed) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  private static String changelog(String application) {
    return application + "-seen-ids-changelog";
  }

  private static Properties client() {
    return broker.config().client();
  }
}
