package io.sitepulse.ingest.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.site.Site;
import io.sitepulse.ingest.kafka.EventProducerConfig;
import io.sitepulse.ingest.kafka.ProducerMetadataRefresher;
import io.sitepulse.runtime.StandingClock;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.KafkaHealthCheck;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSaltsIT {
  @TempDir private static Path folder;
  private static TestBroker broker;

  private final Vertx vertx = Vertx.vertx();
  private final List<AutoCloseable> open = new ArrayList<>();
  private KafkaProducer<String, byte[]> producer;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start(folder);
    TopicSetup.createMissing(broker.config());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void openProducer() throws Exception {
    KafkaConfig kafka = broker.config();
    producer = new EventProducerConfig(0, 1 << 20, Duration.ofSeconds(5)).open(kafka);
    var metadata = new ProducerMetadataRefresher(producer, Topics.VISITOR_SALTS);
    var health = new KafkaHealthCheck(kafka.client(), Duration.ofMillis(100), metadata::refresh);
    open.add(health);
    health.start();
    metadata.ready().get(2, TimeUnit.MINUTES);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    producer.close();
    vertx.close().await();
  }

  @Test
  void collectorsThatNeedADateAtTheSameTimeUseTheSameSalt() throws Exception {
    var clock = new StandingClock(Instant.now());
    List<KafkaSalts> collectors =
        IntStream.range(0, 6).mapToObj(collector -> salts(clock)).toList();
    LocalDate date =
        today(clock).minusDays(1); // Not needed soon, so all collectors propose a salt.

    var names = collectors.stream().map(salts -> name(salts, date)).toList();

    assertThat(names).hasSize(6).containsOnly(names.get(0));
  }

  @Test
  void aLaterCollectorUsesTheExistingSalt() throws Exception {
    var clock = new StandingClock(Instant.now());
    String name = name(salts(clock), today(clock));

    assertThat(name(salts(clock), today(clock))).isEqualTo(name);
  }

  @Test
  void pseudonymsChangeAtMidnightWithoutAWait() throws Exception {
    Instant evening =
        LocalDate.now(Site.DEFAULT_ZONE)
            .minusDays(1)
            .atTime(LocalTime.of(22, 59, 59))
            .atZone(Site.DEFAULT_ZONE)
            .toInstant();
    var clock = new StandingClock(evening);
    var one = salts(clock);
    var other = salts(clock);
    LocalDate before = today(clock);
    String yesterdays = name(one, before);

    clock.set(
        evening.plusSeconds(2)); // Within an hour of midnight, so the salt is created in advance.
    await().until(() -> one.of(before.plusDays(1)).isComplete());
    await().until(() -> other.of(before.plusDays(1)).isComplete());
    clock.set(evening.plus(Duration.ofMinutes(61)));

    assertThat(today(clock)).isEqualTo(before.plusDays(1));
    assertThat(one.of(today(clock)).isComplete()).isTrue();
    assertThat(name(one, today(clock)))
        .isEqualTo(name(other, today(clock)))
        .isNotEqualTo(yesterdays);
    assertThat(name(one, before)).isEqualTo(yesterdays);
  }

  /** A poll follows the wall clock. After that was set back, its timeout is as much longer. */
  @Test
  void aDayOfAClockThatWasSetBackHasItsSalt() throws Exception {
    var clock = new StandingClock(Instant.now());
    var salts = salts(clock, new LongPolls(broker.config().client()));
    assertThat(name(salts, today(clock))).isNotEmpty();

    clock.set(clock.instant().minus(Duration.ofDays(9)));

    assertThat(name(salts, today(clock))).isNotEmpty();
  }

  private KafkaSalts salts(StandingClock clock) {
    return salts(clock, KafkaSalts.consumer(broker.config().client()));
  }

  private KafkaSalts salts(StandingClock clock, Consumer<String, byte[]> consumer) {
    var salts =
        new KafkaSalts(
            vertx,
            consumer,
            producer,
            () -> List.of(Site.DEFAULT_ZONE),
            clock,
            Duration.ofSeconds(10));
    open.add(salts);
    salts.start();
    return salts;
  }

  private static String name(KafkaSalts salts, LocalDate date) {
    try {
      Salt salt = salts.of(date).await(2, TimeUnit.MINUTES);
      return salt.pseudonym("demo", "203.0.113.7", "Firefox");
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalDate today(StandingClock clock) {
    return LocalDate.ofInstant(clock.instant(), Site.DEFAULT_ZONE);
  }

  /** A consumer whose polls last for days if there is no record. */
  private static final class LongPolls extends KafkaConsumer<String, byte[]> {
    LongPolls(Properties client) {
      super(settings(client), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties settings(Properties client) {
      var settings = new Properties();
      settings.putAll(client);
      settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
      return settings;
    }

    @Override
    public ConsumerRecords<String, byte[]> poll(Duration timeout) {
      return super.poll(Duration.ofDays(9));
    }
  }
}
