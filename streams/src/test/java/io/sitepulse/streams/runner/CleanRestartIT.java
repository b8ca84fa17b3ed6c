package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.streams.topology.StreamsTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the counting and starts it again. */
class CleanRestartIT {

  /** Megabytes of memory that are so few that each write flushes a store. */
  private static final int FLUSHING = 1;

  @TempDir Path folder;

  private final Instant now = Instant.now();

  /**
   * RocksDB writes the file IDENTITY when it creates a database. So another content means that
   * Kafka Streams deleted the store and restored it from its changelog.
   */
  @Test
  void keepsTheStoresOfTheEventIds() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"))) {
      KafkaConfig kafka = broker.config();
      TopicSetup.createMissing(kafka);
      count(kafka, 0, 100, 100);
      Map<Path, String> before = stores("/0_");
      assertThat(before).hasSizeGreaterThanOrEqualTo(2 * kafka.partitions());

      count(kafka, 0, 110, 110); // 100 duplicates

      assertThat(stores("/0_")).containsAllEntriesOf(before);
    }
  }

  @Test
  void keepsTheStoresOfShardsWithoutVisitors() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"))) {
      KafkaConfig kafka = broker.config();
      TopicSetup.createMissing(kafka);
      count(kafka, 0, 1, 1);
      Map<Path, String> before = stores("/1_");
      assertThat(before).hasSizeGreaterThanOrEqualTo(2 * kafka.partitions());

      count(kafka, 0, 2, 2);

      assertThat(stores("/1_")).containsAllEntriesOf(before);
    }
  }

  /** As a kill leaves them. Kafka 4.3.1 did not always start on such stores (KAFKA-20808). */
  @Test
  void startsOnceOnStoresThatWereFlushedAndNeverClosed() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"))) {
      KafkaConfig kafka = broker.config();
      TopicSetup.createMissing(kafka);
      Path killed = folder.resolve("killed");
      try (var counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, kafka.client()).start();
          var runner =
              Counting.runner(kafka, folder, "restart", ClockWatch.ofSystem(), FLUSHING).start()) {
        await().until(runner::isReady);
        Counting.send(kafka, now, 0, 100);
        await().until(() -> Counting.views(counters) == 100);
        copy(folder.resolve("state"), killed.resolve("state"));
      }
      try (var files = Files.walk(killed)) {
        assertThat(files.filter(file -> file.toString().endsWith(".sst")).count()).isPositive();
      }

      count(kafka, killed, 0, 110, 110); // 100 duplicates
    }
  }

  /** An installation that was stopped before its first visitor never started again. */
  @Test
  void countsAfterARunWithoutEvents() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"));
        var admin = Admin.create(broker.config().client())) {
      KafkaConfig kafka = broker.config();
      TopicSetup.createMissing(kafka);
      var offsets = new CommittedOffsets("restart", StreamsTopology.INPUTS, kafka.client());
      offsets.require();
      var watch = new ClockWatch(Instant::now, System::nanoTime);
      try (var runner = Counting.runner(kafka, folder, "restart", watch).start()) {
        await().until(runner::isReady);
        await().until(() -> entries(admin) > 0);
      }

      offsets.require();
      count(kafka, 0, 10, 10);
    }
  }

  /** Kafka Streams alone would give the sites one partition, and so one thread. */
  @Test
  void sitesHaveAsManyPartitionsAsPageViews() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"))) {
      KafkaConfig kafka = broker.config();
      TopicSetup.createMissing(kafka);
      count(kafka, 0, 10, 10);

      assertThat(RepartitionTopics.read("restart", kafka.client()).sites().count())
          .isEqualTo(kafka.partitions())
          .isGreaterThan(1);
    }
  }

  /** As installations of earlier versions have it. */
  @Test
  void aTopicOfSitesWithOnePartitionKeepsIt() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"));
        var admin = Admin.create(broker.config().client())) {
      KafkaConfig kafka = broker.config();
      TopicSetup.createMissing(kafka);
      var sites = new NewTopic("restart-by-site-repartition", 1, (short) 1);
      admin.createTopics(List.of(sites)).all().get();
      await().until(() -> admin.listTopics().names().get().contains(sites.name()));

      count(kafka, 0, 100, 100);

      assertThat(RepartitionTopics.read("restart", kafka.client()).sites().count()).isEqualTo(1);
    }
  }

  /** A group that still had the threads of a stopped process would wait for their sessions. */
  @Test
  void leavesItsGroup() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("broker"));
        var admin = Admin.create(broker.config().client())) {
      TopicSetup.createMissing(broker.config());
      count(broker.config(), 0, 10, 10);

      var groups = admin.describeConsumerGroups(List.of("restart")).all().get().values();

      assertThat(groups).singleElement().satisfies(group -> assertThat(group.members()).isEmpty());
    }
  }

  /** Number of records of changelogs, with the marks of transactions. */
  private static long entries(Admin admin) throws Exception {
    var changelogs =
        admin.listTopics().names().get().stream()
            .filter(name -> name.endsWith("-changelog"))
            .toList();
    var ends = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : admin.describeTopics(changelogs).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              one ->
                  ends.put(new TopicPartition(topic.name(), one.partition()), OffsetSpec.latest()));
    }
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  private void count(KafkaConfig kafka, int from, int to, long total) throws Exception {
    count(kafka, folder, from, to, total);
  }

  private void count(KafkaConfig kafka, Path stores, int from, int to, long total)
      throws Exception {
    var watch = new ClockWatch(Instant::now, System::nanoTime);
    try (var counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, kafka.client()).start();
        var runner = Counting.runner(kafka, stores, "restart", watch).start()) {
      await().until(runner::isReady);
      Counting.send(kafka, now, from, to);
      await().until(() -> Counting.views(counters) >= total);
      assertThat(Counting.views(counters)).isEqualTo(total);
    }
  }

  /** The databases of tasks, with their identities: 0 reads page views, 1 has the visitors. */
  private Map<Path, String> stores(String tasks) throws IOException {
    try (var files = Files.walk(folder.resolve("state"))) {
      return files
          .filter(file -> file.endsWith("IDENTITY") && file.toString().contains(tasks))
          .collect(Collectors.toMap(file -> file, CleanRestartIT::read));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
