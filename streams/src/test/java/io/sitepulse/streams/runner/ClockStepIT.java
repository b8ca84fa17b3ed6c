package io.sitepulse.streams.runner;

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
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.topology.StreamsTopology;
import io.sitepulse.streams.view.VisitorShards;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets the clock back while streams counts. */
class ClockStepIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

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
        var runner = runner(kafka, watch).start()) {
      await().atMost(TIMEOUT).until(runner::isReady);
      send(kafka, 0, 50);
      await().atMost(TIMEOUT).until(() -> views(counters) == 50);
      assertThat(runner.restarts()).isZero();

      behind.set(Duration.ofHours(1));
      await().atMost(TIMEOUT).until(() -> runner.restarts() == 1 && runner.isReady());

      send(kafka, 0, 60); // 50 duplicates
      await().atMost(TIMEOUT).until(() -> views(counters) >= 60);
      assertThat(views(counters)).isEqualTo(60);
      assertThat(runner.restarts()).isEqualTo(1);
      assertThat(runner.completion()).isNotDone();
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
          .atMost(TIMEOUT)
          .until(
              () -> {
                clients.endPolls();
                return polled.isDone();
              });
      assertThat(polled.join().isEmpty()).isTrue();
    }
  }

  private static StreamsRunner runner(KafkaConfig kafka, ClockWatch watch) throws Exception {
    var config =
        new CountingConfig(
            "clock",
            folder.resolve("state"),
            2,
            CountingConfig.DEFAULT_COMMIT_INTERVAL,
            CountingConfig.DEFAULT_OUTBOX_INTERVAL,
            1,
            Takeover.DEFAULT,
            64);
    var shards = new VisitorShards(ShardCount.read("clock", kafka.client()));
    var topology = new StreamsTopology(CountingMetrics.NONE, shards, config.outboxInterval());
    return new StreamsRunner(
        topology::build,
        config,
        kafka.client(),
        new SimpleMeterRegistry(),
        new FaultPolicy(Clock.systemUTC(), config.threads()),
        watch);
  }

  private void send(KafkaConfig kafka, int from, int to) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    try (var producer =
        new KafkaProducer<String, PageView>(
            properties, new StringSerializer(), Topics.PAGE_VIEWS.value().serializer())) {
      for (int i = from; i < to; i++) {
        var event = view(now).by(i % 10).id(new UUID(0, i)).build();
        int partition = Topics.partitionOf(event.id(), kafka.partitions());
        var unused =
            producer.send(
                new ProducerRecord<>(
                    Topics.PAGE_VIEWS.name(), partition, Topics.keyOf(event), event));
      }
    }
  }

  private static long views(KafkaTopicTable<SiteCounters> counters) {
    return counters.get("demo").map(site -> site.total().views()).orElse(0L);
  }
}
