package io.sitepulse.streams;

import static io.sitepulse.streams.topology.Events.view;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.streams.runner.StreamsService;
import io.sitepulse.streams.runner.Takeover;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the counting with a broker: transactions, several partitions, and a restart. */
class CountingIT {
  private static final int PARTITIONS = 3;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static TestBroker broker;

  private final Instant now = Instant.now();

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void eventsBeforeAndAfterARestartAreCountedOnce() throws Exception {
    KafkaConfig kafka = broker.config(PARTITIONS);
    TopicSetup.createMissing(kafka);
    try (var counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, kafka.client()).start();
        var days = new KafkaTopicTable<>(Topics.SITE_DAYS, kafka.client()).start();
        var producer = producer(kafka)) {
      try (var service = start(kafka)) {
        await().until(service::isReady);
        send(producer, 0, 500);
        await().until(() -> views(counters) > 200);
        send(producer, 500, 1000);
      }
      send(producer, 1000, 1500);
      try (var service = start(kafka)) {
        await().until(service::isReady);
        send(producer, 0, 100); // duplicates
        await().until(() -> received(days) == 1600);
        await().until(() -> views(counters) == 1500);

        assertThat(retentionOf(kafka, "it-visitors-changelog")).isEqualTo(Duration.ofDays(411));
        SiteCounters site = counters.get("demo").orElseThrow();
        assertThat(site.total().visitors()).isEqualTo(150);
        assertThat(site.online()).isEqualTo(150);
        assertThat(days.all().stream().mapToLong(day -> day.ledger().duplicates()).sum())
            .isEqualTo(100);
      }
    }
  }

  private static Duration retentionOf(KafkaConfig kafka, String topic) throws Exception {
    try (var admin = Admin.create(kafka.client())) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      return Duration.ofMillis(Long.parseLong(requireNonNull(config).get("retention.ms").value()));
    }
  }

  private static StreamsService start(KafkaConfig kafka) throws Exception {
    var config =
        new CountingConfig(
            "it",
            folder.resolve("state"),
            2,
            CountingConfig.DEFAULT_COMMIT_INTERVAL,
            CountingConfig.DEFAULT_OUTBOX_INTERVAL,
            1,
            Takeover.DEFAULT,
            64);
    return StreamsService.start(config, kafka, new SimpleMeterRegistry());
  }

  private void send(KafkaProducer<String, PageView> producer, int from, int to) {
    for (int i = from; i < to; i++) {
      var event = view(now).by(i % 150).id(new UUID(0, i)).build();
      int partition = Topics.partitionOf(event.id(), PARTITIONS);
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.PAGE_VIEWS.name(), partition, Topics.keyOf(event), event));
    }
    producer.flush();
  }

  private static long views(KafkaTopicTable<SiteCounters> counters) {
    return counters.get("demo").map(site -> site.total().views()).orElse(0L);
  }

  private static long received(KafkaTopicTable<SiteDay> days) {
    return days.all().stream().mapToLong(day -> day.ledger().received()).sum();
  }

  private static KafkaProducer<String, PageView> producer(KafkaConfig kafka) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    return new KafkaProducer<>(
        properties, new StringSerializer(), Topics.PAGE_VIEWS.value().serializer());
  }
}
