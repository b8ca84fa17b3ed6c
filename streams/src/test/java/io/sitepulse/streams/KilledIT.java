package io.sitepulse.streams;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the streams process while it counts. */
class KilledIT {
  private static final int PARTITIONS = 2;
  private static final int EVENTS = 40_000;
  private static final int VISITORS = 500;
  private static final int PACK = 20;

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
    send(kafka);
    try (var days = new KafkaTopicTable<>(Topics.SITE_DAYS, kafka.client()).start()) {
      for (int kill = 1; kill <= 2; kill++) {
        long until = (long) EVENTS * kill / 4;
        Process process = launch(kafka);
        await().until(() -> received(days) >= until);
        process.destroyForcibly().waitFor();
      }
      Process process = launch(kafka);
      await().until(() -> received(days) >= EVENTS);
      assertThat(process.isAlive()).isTrue();
      process.destroy();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

      SiteDay day = days.all().iterator().next();
      assertThat(days.all()).hasSize(1);
      assertThat(day.ledger().received()).isEqualTo(EVENTS);
      assertThat(day.sums().views()).isEqualTo(EVENTS);
      assertThat(day.sums().visits()).isEqualTo(VISITORS);
      assertThat(day.sums().visitors()).isEqualTo(VISITORS);
    }
  }

  private Process launch(KafkaConfig kafka) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StreamsMain.class.getName());
    var environment = builder.environment();
    environment.put("SITEPULSE_KAFKA_BOOTSTRAP", kafka.bootstrap());
    environment.put("SITEPULSE_KAFKA_PARTITIONS", Integer.toString(PARTITIONS));
    environment.put("SITEPULSE_STREAMS_STATE_DIR", folder.resolve("state").toString());
    environment.put("SITEPULSE_STREAMS_REPLICATION_FACTOR", "1");
    environment.put("SITEPULSE_STREAMS_PORT", "0");
    environment.put("SITEPULSE_SINK_ENABLED", "false");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /** Sends single events as earlier versions did, then records of several events. */
  private static void send(KafkaConfig kafka) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    // The topics are new: a later batch must not overtake the first, which may find no leader yet.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plusSeconds(3600);
    var packs = new HashMap<Integer, List<byte[]>>();
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < EVENTS; i++) {
        var event = view(noon).by(i % VISITORS).id(new UUID(1, i)).build();
        int partition = Topics.partitionOf(event.id(), PARTITIONS);
        if (i < EVENTS / 4) {
          byte[] json = Topics.PAGE_VIEWS.value().serializer().serialize("", event);
          send(producer, partition, json);
        } else {
          var pack = packs.computeIfAbsent(partition, unused -> new ArrayList<>());
          pack.add(EventPack.entry(event));
          if (pack.size() == PACK) {
            send(producer, partition, EventPack.of(packs.remove(partition)));
          }
        }
      }
      packs.forEach((partition, pack) -> send(producer, partition, EventPack.of(pack)));
    }
  }

  private static void send(KafkaProducer<String, byte[]> producer, int partition, byte[] value) {
    var unused =
        producer.send(new ProducerRecord<>(Topics.PAGE_VIEWS.name(), partition, "", value));
  }

  private static long received(KafkaTopicTable<SiteDay> days) {
    return days.all().stream().mapToLong(day -> day.ledger().received()).sum();
  }
}
