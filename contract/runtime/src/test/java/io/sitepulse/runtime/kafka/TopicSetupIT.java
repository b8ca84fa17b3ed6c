package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.server.policy.AlterConfigPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests creation of topics and the update of topics that an earlier version created. */
@SuppressWarnings("try") // Brokers and clients that only have to be closed.
class TopicSetupIT {
  private static final String LAG = "min.compaction.lag.ms";
  private static final String OLD_LAG = "604800000";
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void settingsOfExistingTopicsAreUpdatedAndTheirRetentionStays() throws Exception {
    try (var broker = TestBroker.start(folder);
        var admin = Admin.create(broker.config().client())) {
      createOldTopics(admin);

      TopicSetup.createMissing(broker.config());

      assertThat(settings(admin, Topics.SITE_COUNTERS))
          .containsAllEntriesOf(Topics.SITE_COUNTERS.config());
      assertThat(settings(admin, Topics.PAGE_VIEWS)).containsEntry("retention.ms", "2592000000");
    }
  }

  /** It refused events, votes and definitions, and the collectors answered 503. */
  @Test
  void aBrokerWhoseClockIsHoursBehindTakesRecordsOfAllTopics() throws Exception {
    try (var broker = TestBroker.start(folder);
        var admin = Admin.create(broker.config().client());
        var producer =
            new KafkaProducer<>(
                broker.config().client(), new StringSerializer(), new ByteArraySerializer())) {
      createOldTopics(admin);

      TopicSetup.createMissing(broker.config());

      for (Topic<?> topic : Topics.ALL) {
        producer.send(ahead(topic, Duration.ofHours(23))).get();
      }
      // The clock of the collector is wrong. Another one may count the event on its day.
      assertThat(producer.send(ahead(Topics.PAGE_VIEWS, Duration.ofHours(25))))
          .failsWithin(TIMEOUT)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(InvalidTimestampException.class);
    }
  }

  /** A record of a collector whose clock is ahead of that of the broker. */
  private static ProducerRecord<String, byte[]> ahead(Topic<?> topic, Duration ahead) {
    long time = Instant.now().plus(ahead).toEpochMilli();
    return new ProducerRecord<>(topic.name(), 0, time, "key", new byte[1]);
  }

  @Test
  void aBrokerThatRefusesTheUpdateDoesNotPreventTheStart() throws Exception {
    var policy = Map.of("alter.config.policy.class.name", KeepOldLag.class.getName());
    try (var broker = TestBroker.start(folder, policy);
        var admin = Admin.create(broker.config().client())) {
      createOldTopics(admin);

      TopicSetup.createMissing(broker.config());

      assertThat(settings(admin, Topics.SITE_COUNTERS)).containsEntry(LAG, OLD_LAG);
      assertThat(admin.listTopics().names().get())
          .containsAll(Topics.ALL.stream().map(Topic::name).toList());
    }
  }

  @Test
  void ofSnapshotsOneRecordOfAKeyStaysSoonAfter() throws Exception {
    var more = Map.of("log.cleaner.backoff.ms", "200");
    try (var broker = TestBroker.start(folder, more);
        var admin = Admin.create(broker.config().client())) {
      TopicSetup.createMissing(broker.config(1));
      int sent = 3_000;
      sendSnapshots(broker, sent, 10);

      // What remains is one record of each of ten keys, and the segments not yet closed.
      int inASegment = (16 << 20) / 20_000;
      await()
          .untilAsserted(
              () -> assertThat(count(broker, Topics.SITE_DAYS)).isLessThan(2 * inASegment));
    }
  }

  @Test
  void recordsWithoutAReplicaAreFlushed() throws Exception {
    try (var broker = TestBroker.start(folder);
        var admin = Admin.create(broker.config().client())) {
      createOldTopics(admin);

      assertThat(TopicSetup.createMissing(broker.config())).isEqualTo(1);

      assertThat(settings(admin, Topics.PAGE_VIEWS)).containsEntry("flush.ms", "100");
      assertThat(settings(admin, Topics.SITES))
          .containsEntry("flush.ms", "100")
          .containsEntry("min.insync.replicas", "1");
    }
  }

  @Test
  void withThreeBrokersNewAndOldTopicsHaveThreeReplicas() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("1"));
        var admin = Admin.create(broker.config().client())) {
      createOldTopics(admin);
      try (var second = broker.join(folder.resolve("2"), 2);
          var third = broker.join(folder.resolve("3"), 3)) {
        await().until(() -> admin.describeCluster().nodes().get().size(), count -> count == 3);

        assertThat(TopicSetup.createMissing(broker.config())).isEqualTo(3);

        assertThat(replicasInSync(admin, Topics.SITES)).containsOnly(3);
        await()
            .untilAsserted(
                () -> {
                  assertThat(replicasInSync(admin, Topics.PAGE_VIEWS)).containsOnly(3);
                  assertThat(settings(admin, Topics.PAGE_VIEWS))
                      .containsEntry("min.insync.replicas", "2")
                      .doesNotContainEntry("flush.ms", "100");
                });
      }
    }
  }

  private static List<Integer> replicasInSync(Admin admin, Topic<?> topic) throws Exception {
    var topics = admin.describeTopics(List.of(topic.name())).allTopicNames().get();
    return Objects.requireNonNull(topics.get(topic.name())).partitions().stream()
        .map(partition -> partition.isr().size())
        .toList();
  }

  private static void createOldTopics(Admin admin) throws Exception {
    var compacted = Map.of("cleanup.policy", "compact", LAG, OLD_LAG);
    var kept = Map.of("cleanup.policy", "delete", "retention.ms", "2592000000");
    admin
        .createTopics(
            List.of(
                old(Topics.SITE_COUNTERS, compacted),
                old(Topics.POLL_TALLIES, compacted),
                old(Topics.PAGE_VIEWS, kept)))
        .all()
        .get();
  }

  private static NewTopic old(Topic<?> topic, Map<String, String> config) {
    return new NewTopic(topic.name(), Optional.of(3), Optional.empty()).configs(config);
  }

  private static Map<String, String> settings(Admin admin, Topic<?> topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    var settings = new HashMap<String, String>();
    for (var config : admin.describeConfigs(List.of(resource)).all().get().values()) {
      config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
    }
    return settings;
  }

  private static void sendSnapshots(TestBroker broker, int records, int keys) {
    try (var producer =
        new KafkaProducer<>(
            broker.config().client(), new StringSerializer(), new ByteArraySerializer())) {
      IntStream.range(0, records)
          .forEach(
              i -> {
                var unused =
                    producer.send(
                        new ProducerRecord<>(
                            Topics.SITE_DAYS.name(), "site-" + i % keys, new byte[20_000]));
              });
      producer.flush();
    }
  }

  private static int count(TestBroker broker, Topic<?> topic) {
    var properties = new Properties();
    properties.putAll(broker.config().client());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partition = new TopicPartition(topic.name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      int count = 0;
      while (consumer.position(partition) < end) {
        count += consumer.poll(Duration.ofMillis(200)).count();
      }
      return count;
    }
  }

  /** A broker's policy that keeps the old lag. KRaft also asks it when a topic is created. */
  public static final class KeepOldLag implements AlterConfigPolicy {
    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void validate(RequestMetadata request) {
      boolean changes =
          request.resource().name().equals(Topics.SITE_COUNTERS.name())
              && !OLD_LAG.equals(request.configs().get(LAG));
      if (changes) {
        throw new PolicyViolationException("not allowed");
      }
    }

    @Override
    public void close() {}
  }
}
