package io.sitepulse.local.sink;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.local.kafka.EmbeddedKafka;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.sink.MicrometerSinkMetrics;
import io.sitepulse.warehouse.sink.Sink;
import io.sitepulse.warehouse.sink.SinkConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;

/** A broker and a ClickHouse engine, with as many sinks between them as a test wants. */
public final class Plumbing implements AutoCloseable {
  /** All but touched_days, whose rows say when they were written. */
  static final List<String> TABLES =
      List.of(
          "page_views",
          "page_view_receipts",
          "site_days",
          "site_online",
          "rejected_events",
          "collector_faults",
          "poll_votes",
          "poll_tallies",
          "poll_hours",
          "imported_days",
          "sites",
          "polls",
          "groups",
          "targets",
          "changes");

  public final EmbeddedKafka kafka;
  public final EmbeddedClickHouse engine;
  final ClickHouse clickHouse;
  private final KafkaProducer<String, byte[]> producer;
  private final List<Sink> sinks = new ArrayList<>();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  private Plumbing(EmbeddedKafka kafka, EmbeddedClickHouse engine) {
    this.kafka = kafka;
    this.engine = engine;
    this.clickHouse =
        new ClickHouse(new ClickHouseConfig(engine.jdbcUrl(), engine.user(), engine.password(), 4));
    this.producer =
        new KafkaProducer<>(
            kafka.config().client(), new StringSerializer(), new ByteArraySerializer());
  }

  public static Plumbing start(Path folder) throws Exception {
    var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    TopicSetup.createMissing(kafka.config());
    return new Plumbing(kafka, EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0));
  }

  /** Connection settings of ClickHouse. */
  public ClickHouseConfig clickHouseConfig() {
    return new ClickHouseConfig(engine.jdbcUrl(), engine.user(), engine.password(), 4);
  }

  /** Starts one more sink. */
  public Sink sink(String group, int batchRecords) {
    var config =
        new SinkConfig(
            true,
            group,
            batchRecords,
            8 * 1024 * 1024,
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofSeconds(1));
    var metrics = new MicrometerSinkMetrics(new SimpleMeterRegistry());
    var sink =
        new Sink(config, kafka.config(), clickHouse.jdbi(), metrics, Clock.systemUTC()).start();
    sinks.add(sink);
    return sink;
  }

  public <V> void send(Topic<V> topic, String key, V value) {
    send(topic.name(), key, topic.value().serializer().serialize(topic.name(), value));
  }

  void sendUnreadable() {
    send(Topics.PAGE_VIEWS.name(), "x", "{".getBytes(StandardCharsets.UTF_8));
  }

  private void send(String topic, String key, byte[] bytes) {
    send(new ProducerRecord<>(topic, key, bytes));
  }

  /** Sends a record as it is. */
  public void send(ProducerRecord<String, byte[]> record) {
    sent.add(producer.send(record));
  }

  /** Returns when the broker has all that was sent. */
  public void flush() throws Exception {
    producer.flush();
    for (var acknowledgement : sent) {
      acknowledgement.get();
    }
    sent.clear();
  }

  /** Deletes topics and creates them again, as in a new cluster. */
  void recreate(Topic<?>... topics) throws Exception {
    var names = Stream.of(topics).map(Topic::name).toList();
    try (var admin = Admin.create(kafka.config().client())) {
      admin.deleteTopics(names).all().get();
      await().until(() -> !admin.listTopics().names().get().removeAll(names));
      TopicSetup.createMissing(kafka.config());
    }
  }

  /** Gives a topic more partitions. */
  void grow(Topic<?> topic, int partitions) throws Exception {
    try (var admin = Admin.create(kafka.config().client())) {
      admin
          .createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions)))
          .all()
          .get();
    }
  }

  /** A checksum over all of a table as reports see it, and its number of rows. */
  Map<String, String> contents() {
    var contents = new TreeMap<String, String>();
    for (String table : TABLES) {
      contents.put(
          table,
          text(
              "SELECT concat(toString(count()), ':', toString(sum(cityHash64(*)))) FROM sitepulse."
                  + table
                  + " FINAL"));
    }
    return contents;
  }

  long number(String sql) {
    return jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  String text(String sql) {
    return jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  void execute(String sql) {
    jdbi().useHandle(handle -> handle.execute(sql));
  }

  public Jdbi jdbi() {
    return clickHouse.jdbi();
  }

  @Override
  public void close() {
    sinks.forEach(Sink::close);
    producer.close(Duration.ofSeconds(5));
    clickHouse.close();
    engine.close();
    kafka.close();
  }
}
