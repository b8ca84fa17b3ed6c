package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;
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

class CommittedOffsetsIT {
  private static final String INPUT = "events";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static TestBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start(folder);
    try (var admin = Admin.create(client())) {
      var input = new NewTopic(INPUT, Optional.of(2), Optional.empty());
      admin.createTopics(List.of(input)).all().get();
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aFirstStartIsAllowed() {
    assertThatCode(() -> check("first").require()).doesNotThrowAnyException();
  }

  /** Stopped before its first event, it had state and no offsets, and never started again. */
  @Test
  void aSecondStartAfterOneWithoutEventsIsAllowed() throws Exception {
    check("second").require();
    send("second", true);
    assertThatCode(() -> check("second").require()).doesNotThrowAnyException();
    try (var admin = Admin.create(client())) {
      assertThat(admin.listConsumerGroupOffsets("second").partitionsToOffsetAndMetadata().get())
          .containsOnlyKeys(new TopicPartition(INPUT, 0), new TopicPartition(INPUT, 1));
    }
  }

  @Test
  void stateWithoutOffsetsIsRefused() throws Exception {
    send("lost", true);
    assertThatThrownBy(() -> check("lost").require())
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
    assertThatCode(() -> check("known").require()).doesNotThrowAnyException();
  }

  @Test
  void stateOfAnAbortedFirstStartIsAllowed() throws Exception {
    send("aborted", false);
    assertThatCode(() -> check("aborted").require()).doesNotThrowAnyException();
  }

  private static CommittedOffsets check(String application) {
    return new CommittedOffsets(application, List.of(INPUT), client());
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
