package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets the clock back while streams counts. */
class ClockStepIT {

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
  void countingStartsAgainAndGoesOn() throws Exception {
    KafkaConfig kafka = broker.config();
    TopicSetup.createMissing(kafka);
    var behind = new AtomicReference<>(Duration.ZERO);
    var watch = new ClockWatch(() -> Instant.now().minus(behind.get()), System::nanoTime);
    try (var counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, kafka.client()).start();
        var runner = Counting.runner(kafka, folder, "clock", watch).start()) {
      await().until(runner::isReady);
      Counting.send(kafka, now, 0, 50);
      await().until(() -> Counting.views(counters) == 50);
      assertThat(runner.restarts()).isZero();

      behind.set(Duration.ofHours(1));
      await().until(() -> runner.restarts() == 1 && runner.isReady());

      Counting.send(kafka, now, 0, 60); // 50 duplicates
      await().until(() -> Counting.views(counters) >= 60);
      assertThat(Counting.views(counters)).isEqualTo(60);

      // The clock of the broker that has the results is two hours behind that of the others.
      acceptEventsOfAnyTime(kafka);
      Counting.send(kafka, now.plus(Duration.ofHours(2)), 60, 70);
      await().until(() -> Counting.views(counters) == 70);
      assertThat(runner.restarts()).isEqualTo(1);
      assertThat(runner.completion()).isNotDone();
    }
  }

  /** The process ended, because Kafka Streams could not be closed in good order. */
  @Test
  void countingStartsAgainWithoutKafka() throws Exception {
    try (var own = TestBroker.start(folder.resolve("own"))) {
      KafkaConfig kafka = own.config();
      TopicSetup.createMissing(kafka);
      var behind = new AtomicReference<>(Duration.ZERO);
      var watch = new ClockWatch(() -> Instant.now().minus(behind.get()), System::nanoTime);
      try (var counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, kafka.client()).start();
          var runner =
              Counting.runner(kafka, folder, "away", watch)
                  .drainWithin(Duration.ofSeconds(2))
                  .start()) {
        await().until(runner::isReady);
        Counting.send(kafka, now, 0, 5_000);
        await().until(() -> Counting.views(counters) > 0);

        own.stop();
        behind.set(Duration.ofHours(1));
        await().until(() -> runner.restarts() == 1);
        own.comeBack();

        await().until(runner::isReady);
        Counting.send(kafka, now, 4_000, 5_100); // 1,000 duplicates
        await().until(() -> Counting.views(counters) >= 5_100);
        assertThat(Counting.views(counters)).isEqualTo(5_100);
        assertThat(runner.completion()).isNotDone();
      }
    }
  }

  private static void acceptEventsOfAnyTime(KafkaConfig kafka) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PAGE_VIEWS.name());
    var anyTime =
        new ConfigEntry(
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
    try (Admin admin = Admin.create(kafka.client())) {
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(anyTime, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  @Test
  void aPollCanBeEndedBeforeItsTimeout() {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrap());
    var clients = new WakeableClients();
    try (var consumer = clients.getGlobalConsumer(config)) {
      consumer.assign(List.of(new TopicPartition("none", 0)));
      var polled = CompletableFuture.supplyAsync(() -> consumer.poll(Duration.ofHours(1)));
      await()
          .until(
              () -> {
                clients.endPolls();
                return polled.isDone();
              });
      assertThat(polled.join().isEmpty()).isTrue();
    }
  }
}
