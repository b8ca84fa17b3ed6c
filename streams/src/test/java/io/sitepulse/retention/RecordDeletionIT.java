package io.sitepulse.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who deletes which records, with brokers whose clock is right and wrong. */
class RecordDeletionIT {
  private static final String COUNTING = "count";
  private static final String SINK = "sink";
  private static final String STORE = "visitors";
  private static final Duration WINDOW = Duration.ofDays(11);
  private static final String CHANGELOG = COUNTING + "-" + STORE + "-changelog";

  /** A topic of somebody else, from which the broker deletes. */
  private static final String OTHER = "other";

  private final Instant now = Instant.now();

  @TempDir Path folder;

  /**
   * In a run of the faults it deleted visitors that counting had to restore and the salt of the
   * day, and each visitor was counted four times.
   */
  @Test
  void aBrokerThatIsAMonthAheadDeletesNothingThatIsNeeded() throws Exception {
    try (var broker = broker(Duration.ofDays(30));
        var admin = Admin.create(broker.config().client())) {
      createTopics(broker, admin);
      for (Topic<?> topic : List.of(Topics.PAGE_VIEWS, Topics.POLL_VOTES, Topics.VISITOR_SALTS)) {
        send(broker, topic.name(), now);
      }
      send(broker, CHANGELOG, now);
      send(broker, OTHER, now);

      await().until(() -> first(admin, OTHER) == 1);
      deletion(broker).run();

      assertThat(first(admin, Topics.PAGE_VIEWS.name())).isZero();
      assertThat(first(admin, Topics.POLL_VOTES.name())).isZero();
      assertThat(first(admin, Topics.VISITOR_SALTS.name())).isZero();
      assertThat(first(admin, CHANGELOG)).isZero();
    }
  }

  /** The clock of streams is a month ahead, that of the broker is right. */
  @Test
  void neitherDoesStreamsThatIsAMonthAhead() throws Exception {
    try (var broker = broker(Duration.ZERO);
        var admin = Admin.create(broker.config().client())) {
      createTopics(broker, admin);
      send(broker, Topics.PAGE_VIEWS.name(), now);
      send(broker, Topics.VISITOR_SALTS.name(), now);
      read(admin, COUNTING, 1);
      read(admin, SINK, 1);

      deletion(broker, now.plus(Duration.ofDays(30))).run();

      assertThat(first(admin, Topics.PAGE_VIEWS.name())).isZero();
      assertThat(first(admin, Topics.VISITOR_SALTS.name())).isZero();
    }
  }

  @Test
  void whatIsOldAndReadIsDeleted() throws Exception {
    try (var broker = broker(Duration.ZERO);
        var admin = Admin.create(broker.config().client())) {
      createTopics(broker, admin);
      for (int days = 10; days >= 5; days--) {
        send(broker, Topics.PAGE_VIEWS.name(), now.minus(Duration.ofDays(days)));
      }
      send(broker, Topics.VISITOR_SALTS.name(), now.minus(Duration.ofHours(49)));
      send(broker, Topics.VISITOR_SALTS.name(), now.minus(Duration.ofHours(47)));
      read(admin, COUNTING, 6);

      deletion(broker).run();
      assertThat(first(admin, Topics.PAGE_VIEWS.name())).as("the sink has read none").isZero();
      assertThat(first(admin, Topics.VISITOR_SALTS.name())).isEqualTo(1);

      read(admin, SINK, 2);
      deletion(broker).run();
      assertThat(first(admin, Topics.PAGE_VIEWS.name())).as("the sink has read two").isEqualTo(2);

      read(admin, SINK, 6);
      deletion(broker).run();
      assertThat(first(admin, Topics.PAGE_VIEWS.name())).as("those of 10 to 8 days").isEqualTo(3);
    }
  }

  @Test
  void aChangelogIsAsOldAsItsNewestRecord() throws Exception {
    try (var broker = broker(Duration.ZERO);
        var admin = Admin.create(broker.config().client())) {
      createTopics(broker, admin);
      send(broker, CHANGELOG, now.minus(Duration.ofDays(60)));
      send(broker, CHANGELOG, now.minus(Duration.ofDays(50)));

      deletion(broker).run();
      assertThat(first(admin, CHANGELOG)).as("ten days apart").isZero();

      send(broker, CHANGELOG, now.minus(Duration.ofDays(40)));
      deletion(broker).run();
      assertThat(first(admin, CHANGELOG)).as("twenty days apart").isEqualTo(1);
    }
  }

  @Test
  void topicsOfAnEarlierReleaseAreTakenOverAndThoseOfAnOperatorAreNot() throws Exception {
    try (var broker = broker(Duration.ZERO);
        var admin = Admin.create(broker.config().client())) {
      create(admin, Topics.PAGE_VIEWS.name(), Duration.ofDays(7));
      create(admin, Topics.POLL_VOTES.name(), Duration.ofDays(3650));
      create(admin, CHANGELOG, WINDOW.plusDays(7));
      TopicSetup.createMissing(broker.config());
      send(broker, Topics.POLL_VOTES.name(), now.minus(Duration.ofDays(60)));
      read(admin, COUNTING, 1);
      read(admin, SINK, 1);

      deletion(broker).run();

      assertThat(retention(admin, Topics.PAGE_VIEWS.name())).isEqualTo(Duration.ofDays(400));
      assertThat(retention(admin, CHANGELOG)).isEqualTo(WINDOW.plusDays(400));
      assertThat(retention(admin, Topics.POLL_VOTES.name())).isEqualTo(Duration.ofDays(3650));
      assertThat(first(admin, Topics.POLL_VOTES.name())).isZero();
    }
  }

  private TestBroker broker(Duration ahead) throws Exception {
    var soon = Map.of("log.retention.check.interval.ms", "200", "log.initial.task.delay.ms", "200");
    return TestBroker.start(folder, soon, ahead.isZero() ? Time.SYSTEM : new WrongTime(ahead));
  }

  private static void createTopics(TestBroker broker, Admin admin) throws Exception {
    TopicSetup.createMissing(broker.config());
    create(admin, CHANGELOG, WINDOW.plusDays(400));
    create(admin, OTHER, Duration.ofDays(7));
  }

  private static void create(Admin admin, String topic, Duration byBroker) throws Exception {
    var settings =
        Map.of(
            "cleanup.policy",
            topic.equals(CHANGELOG) ? "compact,delete" : "delete",
            Topic.RETENTION,
            Long.toString(byBroker.toMillis()));
    var created = new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings);
    admin.createTopics(List.of(created)).all().get();
  }

  private RecordDeletion deletion(TestBroker broker) {
    return deletion(broker, now);
  }

  private static RecordDeletion deletion(TestBroker broker, Instant clock) {
    return new RecordDeletion(
        broker.config().client(),
        COUNTING,
        SINK,
        Map.of(STORE, WINDOW),
        InstantSource.fixed(clock));
  }

  /** Sends a record to the first partition. */
  private static void send(TestBroker broker, String topic, Instant time) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            broker.config().client(), new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(topic, 0, time.toEpochMilli(), "key" + time, "value"))
          .get();
    }
  }

  private static void read(Admin admin, String group, long offset) throws Exception {
    var read =
        Map.of(
            new TopicPartition(Topics.PAGE_VIEWS.name(), 0), new OffsetAndMetadata(offset),
            new TopicPartition(Topics.POLL_VOTES.name(), 0), new OffsetAndMetadata(offset));
    admin.alterConsumerGroupOffsets(group, read).all().get();
  }

  private static long first(Admin admin, String topic) throws Exception {
    var partition = new TopicPartition(topic, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.earliest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private static Duration retention(Admin admin, String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var config = admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
    return Duration.ofMillis(Long.parseLong(config.get(Topic.RETENTION).value()));
  }
}
