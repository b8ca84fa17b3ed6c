package io.sitepulse.streams;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.SiteCounters;
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
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that counting writes nothing while no event comes, for longer than Kafka remembers it. */
class IdleIT {
  private static final int PARTITIONS = 3;
  private static final Duration STILL = Duration.ofSeconds(30);

  /**
   * The broker forgets idle producers after seconds, in place of days. A streams thread that finds
   * itself forgotten joins its group again, which must be done before it is forgotten once more, on
   * a busy machine too.
   */
  private static final Map<String, String> SHORT_MEMORY =
      Map.of(
          "transactional.id.expiration.ms", "25000",
          "transaction.remove.expired.transaction.cleanup.interval.ms", "500",
          "producer.id.expiration.ms", "25000",
          "producer.id.expiration.check.interval.ms", "500");

  @TempDir Path folder;

  @Test
  void nothingIsWrittenWhileIdleAndTheNextEventIsCountedOnce() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"), SHORT_MEMORY)) {
      KafkaConfig kafka = broker.config(PARTITIONS);
      TopicSetup.createMissing(kafka);
      try (var counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, kafka.client()).start();
          var service = start(kafka);
          var admin = Admin.create(kafka.client())) {
        await().until(service::isReady);
        // Offline soon, but not before a busy machine has counted it.
        send(kafka, view(Instant.now().minusSeconds(270)).by(1).build());
        await().until(() -> views(counters) == 1 && online(counters) == 1);
        await().until(() -> online(counters) == 0);

        await().until(() -> admin.listTransactions().all().get().isEmpty());
        var idle = new Standstill(admin);
        await().until(() -> idle.lasts(STILL));

        send(kafka, view(Instant.now()).by(2).build());
        await().until(() -> views(counters) >= 2 && online(counters) == 1);
        assertThat(views(counters)).isEqualTo(2);
        assertThat(counters.get("demo").orElseThrow().total().visitors()).isEqualTo(2);
      }
    }
  }

  /** Measures for how long no partition of any topic has grown. */
  private static final class Standstill {
    private final Admin admin;
    private Map<TopicPartition, Long> ends = Map.of();
    private long since = System.nanoTime();

    Standstill(Admin admin) {
      this.admin = admin;
    }

    boolean lasts(Duration time) throws Exception {
      Map<TopicPartition, Long> now = endOffsets();
      if (!now.equals(ends)) {
        ends = now;
        since = System.nanoTime();
      }
      return System.nanoTime() - since >= time.toNanos();
    }

    private Map<TopicPartition, Long> endOffsets() throws Exception {
      var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      var latest =
          admin.describeTopics(names).allTopicNames().get().values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(part -> new TopicPartition(topic.name(), part.partition())))
              .collect(Collectors.toMap(partition -> partition, unused -> OffsetSpec.latest()));
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
  }

  private StreamsService start(KafkaConfig kafka) throws Exception {
    var config =
        new CountingConfig(
            "idle",
            folder.resolve("state"),
            1,
            CountingConfig.DEFAULT_COMMIT_INTERVAL,
            CountingConfig.DEFAULT_OUTBOX_INTERVAL,
            1,
            Takeover.DEFAULT,
            64);
    return StreamsService.start(config, kafka, new SimpleMeterRegistry());
  }

  private static void send(KafkaConfig kafka, PageView event) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    try (var producer =
        new KafkaProducer<String, PageView>(
            properties, new StringSerializer(), Topics.PAGE_VIEWS.value().serializer())) {
      var unused =
          producer.send(new ProducerRecord<>(Topics.PAGE_VIEWS.name(), Topics.keyOf(event), event));
    }
  }

  private static long views(KafkaTopicTable<SiteCounters> counters) {
    return counters.get("demo").map(site -> site.total().views()).orElse(0L);
  }

  private static long online(KafkaTopicTable<SiteCounters> counters) {
    return counters.get("demo").map(SiteCounters::online).orElse(0L);
  }
}
