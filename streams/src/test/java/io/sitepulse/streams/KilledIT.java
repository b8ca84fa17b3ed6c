package io.sitepulse.streams;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.streams.runner.CountingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the streams process while it counts. */
class KilledIT {
  private static final int PARTITIONS = 2;
  private static final int EVENTS = 40_000;
  private static final int MANY_PARTITIONS = 24;
  private static final int BATCH = 60_000;
  private static final int MORE = 1_000;
  private static final int LITTLE_MEMORY_MB = 16;
  private static final int VISITORS = 500;
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void eventsAreCountedOnceAfterAProcessWasKilled() throws Exception {
    KafkaConfig kafka = broker.config(PARTITIONS);
    TopicSetup.createMissing(kafka);
    send(kafka, 0, EVENTS);
    try (var days = new KafkaTopicTable<>(Topics.SITE_DAYS, kafka.client()).start()) {
      for (int kill = 1; kill <= 2; kill++) {
        long until = (long) EVENTS * kill / 4;
        Process process = launch(kafka);
        await().atMost(TIMEOUT).until(() -> received(days) >= until);
        process.destroyForcibly().waitFor();
      }
      Process process = launch(kafka);
      await().atMost(TIMEOUT).until(() -> received(days) >= EVENTS);
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

      SiteDay day = days.all().iterator().next();
      assertThat(days.all()).hasSize(1);
      assertThat(day.ledger().received()).isEqualTo(EVENTS);
      assertThat(day.sums().views()).isEqualTo(EVENTS);
      assertThat(day.sums().visits()).isEqualTo(VISITORS);
      assertThat(day.sums().visitors()).isEqualTo(VISITORS);
    }
  }

  /**
   * With so many stores in so little memory each write is flushed. A killed process then leaves
   * files of stores that were never closed.
   */
  @Test
  void aKilledProcessWithFlushedStoresStartsAtTheFirstAttempt() throws Exception {
    KafkaConfig kafka = broker.config(MANY_PARTITIONS);
    TopicSetup.createMissing(kafka);
    send(kafka, 0, BATCH);
    try (var days = new KafkaTopicTable<>(Topics.SITE_DAYS, kafka.client()).start()) {
      Process process = launch(kafka, LITTLE_MEMORY_MB);
      await().atMost(TIMEOUT).until(() -> received(days) > 0 && isAnyStoreFlushed());
      process.destroyForcibly().waitFor();

      Process restarted = launch(kafka);
      send(kafka, BATCH, BATCH + MORE);
      await().atMost(TIMEOUT).until(() -> received(days) >= BATCH + MORE || !restarted.isAlive());
      assertThat(restarted.isAlive()).as(() -> log()).isTrue();
      restarted.destroy();
      assertThat(restarted.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(received(days)).isEqualTo(BATCH + MORE);
      assertThat(days.all()).first().extracting(day -> day.sums().visitors()).isEqualTo(500L);
    }
  }

  private boolean isAnyStoreFlushed() {
    try (var files = Files.walk(folder.resolve("state"))) {
      return files.anyMatch(file -> file.toString().endsWith(".sst"));
    } catch (IOException | UncheckedIOException e) {
      return false; // a file disappeared meanwhile
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch(KafkaConfig kafka) throws IOException {
    return launch(kafka, CountingConfig.DEFAULT_STORE_MEMORY_MB);
  }

  private Process launch(KafkaConfig kafka, int memoryMb) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StreamsMain.class.getName());
    var environment = builder.environment();
    environment.put("SITEPULSE_KAFKA_BOOTSTRAP", kafka.bootstrap());
    environment.put("SITEPULSE_KAFKA_PARTITIONS", Integer.toString(kafka.partitions()));
    environment.put("SITEPULSE_STREAMS_STATE_DIR", folder.resolve("state").toString());
    environment.put("SITEPULSE_STREAMS_REPLICATION_FACTOR", "1");
    environment.put("SITEPULSE_STREAMS_STORE_MEMORY_MB", Integer.toString(memoryMb));
    environment.put("SITEPULSE_STREAMS_PORT", "0");
    environment.put("SITEPULSE_SINK_ENABLED", "false");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private static void send(KafkaConfig kafka, int from, int to) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    // The topics are new: a later batch must not overtake the first, which may find no leader yet.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plusSeconds(3600);
    try (var producer =
        new KafkaProducer<String, PageView>(
            properties, new StringSerializer(), Topics.PAGE_VIEWS.value().serializer())) {
      for (int i = from; i < to; i++) {
        var event = view(noon).by(i % VISITORS).id(new UUID(1, i)).build();
        int partition = Topics.partitionOf(event.id(), kafka.partitions());
        var unused =
            producer.send(
                new ProducerRecord<>(
                    Topics.PAGE_VIEWS.name(), partition, Topics.keyOf(event), event));
      }
    }
  }

  private static long received(KafkaTopicTable<SiteDay> days) {
    return days.all().stream().mapToLong(day -> day.ledger().received()).sum();
  }
}
