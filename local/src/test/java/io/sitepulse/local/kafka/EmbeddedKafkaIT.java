package io.sitepulse.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  private static final TopicPartition SITES = new TopicPartition(Topics.SITES.name(), 0);

  /** For clients that are not answered. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** For clients that are answered, on a busy machine too. */
  private static final Duration LONG = Duration.ofMinutes(3);

  @Test
  void recordsAreThereAfterARestartOnAnotherPort(@TempDir Path data) throws Exception {
    try (var kafka = EmbeddedKafka.start(data, 0)) {
      TopicSetup.createMissing(kafka.config());
      sendInTransaction(kafka);
    }
    try (var kafka = EmbeddedKafka.start(data, 0)) {
      TopicSetup.createMissing(kafka.config());
      assertThat(firstValue(kafka)).isEqualTo("value");
      assertThat(partitionsOfPageViews(kafka)).isEqualTo(6);
    }
  }

  @Test
  void anAcknowledgedEventIsOnTheDiskSoon(@TempDir Path data) throws Exception {
    try (var kafka = EmbeddedKafka.start(data, 0)) {
      TopicSetup.createMissing(kafka.config());
      long before = flushes();
      sendInTransaction(kafka);
      await().until(() -> flushes() > before);
    }
  }

  @Test
  void withoutThePasswordTopicsAreNeitherListedNorReadNorWritten(@TempDir Path data)
      throws Exception {
    try (var kafka = EmbeddedKafka.start(data, 0);
        var other = EmbeddedKafka.start(data.resolveSibling("other"), 0)) {
      TopicSetup.createMissing(kafka.config());
      sendInTransaction(kafka);
      assertThat(firstValue(kafka)).isEqualTo("value");

      Properties stranger = client(new Properties(), kafka, SHORT);
      assertThatTopicsAreClosedTo(stranger, TimeoutException.class);
      // The password is another at each start.
      Properties wrong = client(other.config().client(), kafka, LONG);
      assertThatTopicsAreClosedTo(wrong, SaslAuthenticationException.class);
      Properties right = client(kafka.config().client(), kafka, LONG);
      try (var admin = Admin.create(right)) {
        assertThat(admin.listTopics().names().get()).contains(SITES.topic());
      }
    }
  }

  private static void assertThatTopicsAreClosedTo(
      Properties client, Class<? extends Exception> refused) {
    try (var admin = Admin.create(client);
        var consumer =
            new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
        var producer =
            new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(() -> admin.listTopics().names().get()).hasCauseInstanceOf(refused);
      assertThatThrownBy(() -> consumer.beginningOffsets(List.of(SITES))).isInstanceOf(refused);
      assertThatThrownBy(
              () -> producer.send(new ProducerRecord<>(SITES.topic(), "key", "forged")).get())
          .satisfiesAnyOf(
              e -> assertThat(e).isInstanceOf(refused),
              e -> assertThat(e).hasCauseInstanceOf(refused));
    }
  }

  /** The controller has a port of its own, and takes changes of topics and settings. */
  @Test
  void withoutThePasswordTheControllerAnswersNobody(@TempDir Path data) throws Exception {
    try (var kafka = EmbeddedKafka.start(data, 0)) {
      try (var admin = Admin.create(atController(new Properties(), kafka, SHORT))) {
        assertThatThrownBy(() -> admin.describeMetadataQuorum().quorumInfo().get())
            .hasCauseInstanceOf(TimeoutException.class);
      }
      try (var admin = Admin.create(atController(kafka.config().client(), kafka, LONG))) {
        assertThat(admin.describeMetadataQuorum().quorumInfo().get().leaderId()).isEqualTo(1);
      }
    }
  }

  private static Properties atController(
      Properties client, EmbeddedKafka kafka, Duration patience) {
    Properties settings = client(client, kafka, patience);
    settings.remove("bootstrap.servers");
    settings.put("bootstrap.controllers", Ports.HOST + ":" + kafka.controllerPort());
    return settings;
  }

  private static Properties client(Properties client, EmbeddedKafka kafka, Duration patience) {
    String millis = Long.toString(patience.toMillis());
    client.put("bootstrap.servers", kafka.bootstrap());
    client.put("default.api.timeout.ms", millis);
    client.put("request.timeout.ms", Long.toString(patience.toMillis() / 2));
    client.put("max.block.ms", millis);
    client.put("delivery.timeout.ms", millis);
    client.put("linger.ms", "0");
    return client;
  }

  @Test
  void aBrokerOnItsOwnAsksForNoPassword(@TempDir Path data) throws Exception {
    try (var kafka = EmbeddedKafka.startWithoutPassword(data, 0);
        var admin = Admin.create(client(new Properties(), kafka, LONG))) {
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  @Test
  void aTakenPortIsOneClearLine(@TempDir Path data) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedKafka.start(data, taken.getLocalPort()))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
  }

  /**
   * Ctrl-C during the start. A broker that was interrupted went on, or ended the process at once,
   * with ClickHouse still running, by the place of its start that the interrupt met.
   */
  @Test
  void aStartThatIsInterruptedEnds(@TempDir Path data) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> EmbeddedKafka.start(data, 0))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    EmbeddedKafka.start(data, 0).close();
  }

  private static void sendInTransaction(EmbeddedKafka kafka) {
    Properties settings = kafka.config().client();
    settings.put("transactional.id", "test");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var sent = producer.send(new ProducerRecord<>(SITES.topic(), "key", "value"));
      producer.commitTransaction();
      assertThat(sent).isDone();
    }
  }

  private static long flushes() throws JMException {
    var name = new ObjectName("kafka.log:type=LogFlushStats,name=LogFlushRateAndTimeMs");
    return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Count");
  }

  private static String firstValue(EmbeddedKafka kafka) {
    Properties settings = kafka.config().client();
    settings.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(SITES));
      consumer.seekToBeginning(List.of(SITES));
      return consumer.poll(Duration.ofSeconds(10)).iterator().next().value();
    }
  }

  private static int partitionsOfPageViews(EmbeddedKafka kafka) {
    try (var consumer =
        new KafkaConsumer<>(
            kafka.config().client(), new StringDeserializer(), new StringDeserializer())) {
      return consumer.partitionsFor(Topics.PAGE_VIEWS.name()).size();
    }
  }
}
