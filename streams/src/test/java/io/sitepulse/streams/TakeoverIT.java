package io.sitepulse.streams;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two processes of streams: one joins, is killed, is paused until the other has its partitions.
 * {@code -Dtakeover.session=1s} measures another session.
 */
class TakeoverIT {
  private static final Logger LOG = LoggerFactory.getLogger(TakeoverIT.class);
  private static final int PARTITIONS = 4;
  private static final int VISITORS = 300;
  private static final String GROUP = "sitepulse-streams";

  /** What an event goes through. */
  private static final Set<String> STEPS =
      Set.of(
          Topics.PAGE_VIEWS.name(),
          GROUP + "-by-visitor-repartition",
          GROUP + "-by-site-repartition");

  private static final String SESSION = System.getProperty("takeover.session", "2s");

  /** On a machine that builds something else beside it. What it takes alone is in the log. */
  private static final Duration TAKEOVER = Duration.ofSeconds(40);

  @TempDir Path folder;

  private final Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plusSeconds(3600);
  private final Map<String, Process> processes = new HashMap<>();
  private int sent;

  @SuppressWarnings("NullAway.Init") // set before each test
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker =
        TestBroker.start(
            folder.resolve("broker"),
            Map.of(
                "group.min.session.timeout.ms", "1000",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "250"));
  }

  @AfterEach
  void stop() {
    processes.values().forEach(Process::destroyForcibly);
    broker.close();
  }

  @Test
  void anotherProcessTakesOverAndEveryEventIsCountedOnce() throws Exception {
    KafkaConfig kafka = broker.config(PARTITIONS);
    TopicSetup.createMissing(kafka);
    try (var days = new KafkaTopicTable<>(Topics.SITE_DAYS, kafka.client()).start();
        var admin = Admin.create(kafka.client());
        var producer = producer(kafka)) {
      start("a", kafka);
      send(producer, 2_000);
      counted(days);
      start("b", kafka);
      await()
          .until(
              () -> {
                send(producer, 50); // The rebalance happens while events are counted.
                counted(days);
                return shareTasks(admin);
              });

      send(producer, 400);
      long usual = counted(days);
      process("a").destroyForcibly().waitFor();
      send(producer, 400);
      long took = counted(days);
      LOG.warn(
          "session {}: 400 events were counted after {} ms, right after a kill after {} ms",
          SESSION,
          usual,
          took);
      assertThat(took).isLessThan(TAKEOVER.toMillis());

      start("a", kafka);
      await().until(() -> shareTasks(admin));
      signal("STOP", process("b"));
      send(producer, 400);
      counted(days); // So the other process has the partitions of the one that does not know it.
      signal("CONT", process("b"));
      send(producer, 400);
      counted(days);
      await().until(() -> shareTasks(admin));
      send(producer, 400);
      counted(days);

      assertThat(process("b").isAlive()).isTrue();
      SiteDay day = days.all().iterator().next();
      assertThat(days.all()).hasSize(1);
      assertThat(day.ledger().duplicates()).isZero();
      assertThat(day.sums().views()).isEqualTo(sent);
      assertThat(day.sums().visits()).isEqualTo(VISITORS);
      assertThat(day.sums().visitors()).isEqualTo(VISITORS);
    }
  }

  /** Waits until everything that was sent is counted. Returns the time it took in milliseconds. */
  private long counted(KafkaTopicTable<SiteDay> days) {
    long begin = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> days.all().stream().mapToLong(day -> day.ledger().received()).sum() >= sent);
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }

  /** Returns whether two processes are in the group and each counts events. */
  private boolean shareTasks(Admin admin) throws Exception {
    assertThat(processes).allSatisfy(this::isRunning);
    var group = admin.describeConsumerGroups(List.of(GROUP)).describedGroups().values().iterator();
    return group.next().get().members().stream()
            .filter(TakeoverIT::hasEvents)
            .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
            .distinct()
            .count()
        == 2;
  }

  /** Fails with the log of a process that has ended: nobody starts it again here. */
  private void isRunning(String name, Process process) {
    assertThat(process.isAlive())
        .as(
            () ->
                "process %s: %s".formatted(name, contentOf(folder.resolve("log-" + name).toFile())))
        .isTrue();
  }

  /** Kafka Streams gives each process as many tasks, but not as many of each step. */
  private static boolean hasEvents(MemberDescription member) {
    return member.assignment().topicPartitions().stream()
        .map(TopicPartition::topic)
        .anyMatch(STEPS::contains);
  }

  private Process process(String name) {
    return Objects.requireNonNull(processes.get(name));
  }

  private void start(String name, KafkaConfig kafka) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StreamsMain.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "SITEPULSE_KAFKA_BOOTSTRAP",
                kafka.bootstrap(),
                "SITEPULSE_KAFKA_PARTITIONS",
                Integer.toString(PARTITIONS),
                "SITEPULSE_STREAMS_STATE_DIR",
                Files.createDirectories(folder.resolve("state-" + name)).toString(),
                "SITEPULSE_STREAMS_THREADS",
                "1",
                "SITEPULSE_STREAMS_STANDBY_REPLICAS",
                "1",
                "SITEPULSE_STREAMS_SESSION_TIMEOUT",
                SESSION,
                "SITEPULSE_STREAMS_PORT",
                "0",
                "SITEPULSE_SINK_ENABLED",
                "false"));
    processes.put(
        name,
        builder
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("log-" + name).toFile()))
            .start());
  }

  private static void signal(String signal, Process process) throws Exception {
    int status =
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(status).isZero();
  }

  private void send(KafkaProducer<String, byte[]> producer, int count) {
    var acknowledged = new ArrayList<Future<?>>();
    for (int i = 0; i < count; i++) {
      var event = view(noon).by(sent % VISITORS).id(new UUID(3, sent)).build();
      sent++;
      acknowledged.add(
          producer.send(
              new ProducerRecord<>(
                  Topics.PAGE_VIEWS.name(),
                  Topics.partitionOf(event.id(), PARTITIONS),
                  "",
                  EventPack.of(List.of(EventPack.entry(event))))));
    }
    producer.flush();
    assertThat(acknowledged).allMatch(Future::isDone);
  }

  private static KafkaProducer<String, byte[]> producer(KafkaConfig kafka) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }
}
