package io.sitepulse.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.local.Noon;
import io.sitepulse.local.Reader;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that nobody can read, straight in every topic of a running installation. */
class PoisonIT {
  private static final String SITE = "poisoned";
  private static final String POLL = "poisoned-poll";
  private static final long SEED = 20_261_129;
  private static final int RANDOM_VALUES = 30;

  /** The topics whose records are judged, and kept with a reason where they cannot be counted. */
  private static final List<Topic<?>> JUDGED =
      List.of(Topics.PAGE_VIEWS, Topics.POLL_VOTES, Topics.IMPORTED_DAYS);

  private static final List<String> TEXTS =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "42",
          "\"text\"",
          "{}",
          "{\"v\":1}",
          "{\"v\":9,\"id\":\"poison\",\"site\":\"poison\",\"kind\":\"download\"}",
          "{\"site\":\"" + SITE + "\",\"day\":\"2026-99-99\"}",
          "{\"site\":\"../../etc\",\"day\":\"+999999999-01-01\"}",
          "{\"poll\":\"" + POLL + "\",\"choices\":{\"a\":[]}}",
          "{\"poll\":\"" + POLL + "\",\"voter\":7,\"at\":1e999}",
          "{\"ledger\":{\"received\":-1},\"sums\":{\"views\":9223372036854775808}}",
          "{\"reason\":\"no-such-reason\",\"event\":null}",
          "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
          "[".repeat(100_000),
          "{\"site\":\"" + "x".repeat(300_000) + "\"}",
          "\u0001\u0000\u0000",
          "\u0001\u0000\u0002\u0000\u0000\u0000\u0001x",
          "\u0001\u007f\u007f\u007f\u007f\u007f\u007f");

  private static final List<String> KEYS =
      List.of("", "x", "|", "a|b|c|d", "poison", "2026-13-45", "\u0000\uffff", "k".repeat(10_000));

  @Test
  void everyRecordIsParkedOrSkippedAndTheStreamGoesOn(@TempDir Path folder) throws Exception {
    var options =
        SitepulseOptions.in(folder.resolve("data"))
            .with("SITEPULSE_DEFINITIONS_SEED", seed(folder).toString());
    var one = new Reader.Sums(1, 1, 1);
    try (var pulse = Sitepulse.start(options)) {
      var reader = new Reader(pulse);
      assertThat(reader.view(SITE, "/before", "192.0.2.1")).isEqualTo(202);
      shows(reader, one);

      Set<String> judged = poison(pulse);

      var two = new Reader.Sums(2, 2, 2);
      assertThat(reader.view(SITE, "/after", "192.0.2.2")).isEqualTo(202);
      shows(reader, two);
      votes(reader, 1);
      assertThat(rejected(pulse)).containsAll(judged);
      await().untilAsserted(() -> assertThat(reader.stored(SITE)).isEqualTo(two));
      await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
      assertThat(pulse.states()).doesNotContainValue(false);
    }
    // Whatever is left in the topics is read again at the next start.
    try (var pulse = Sitepulse.start(options)) {
      var reader = new Reader(pulse);
      shows(reader, new Reader.Sums(2, 2, 2));
      assertThat(reader.view(SITE, "/again", "192.0.2.3")).isEqualTo(202);
      shows(reader, new Reader.Sums(3, 3, 3));
      votes(reader, 2);
    }
  }

  private static Path seed(Path folder) throws Exception {
    return Files.writeString(
        folder.resolve("seed.yaml"),
        """
        sites:
          - {id: %s, zone: "%s"}
        polls:
          - id: %s
            site: %s
            question: Q
            options: [{id: a, label: A}, {id: b, label: B}]
            visibility: always
        """
            .formatted(SITE, Noon.zone(), POLL, SITE));
  }

  private static void shows(Reader reader, Reader.Sums sums) {
    await().untilAsserted(() -> assertThat(reader.live(SITE, "total")).isEqualTo(sums));
  }

  private static void votes(Reader reader, int participants) {
    String vote =
        "{\"id\":\"%s\",\"voter\":\"%s\",\"choices\":[\"a\"]}"
            .formatted(UUID.randomUUID(), UUID.randomUUID());
    assertThat(reader.post("/api/polls/" + POLL + "/votes", vote, "192.0.2.9")).isEqualTo(202);
    await()
        .untilAsserted(
            () ->
                assertThat(reader.get("/api/polls/" + POLL).path("participants").asInt())
                    .isEqualTo(participants));
  }

  /** Writes all values to all topics, and returns the positions of those that must be kept. */
  private static Set<String> poison(Sitepulse pulse) throws Exception {
    var judged = new HashSet<String>();
    var random = new Random(SEED);
    var settings = pulse.kafka().client();
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Topic<?> topic : Topics.ALL) {
        for (byte[] value : values(random)) {
          RecordMetadata place = producer.send(record(topic, key(random), value)).get();
          if (JUDGED.contains(topic)) {
            judged.add(place.topic() + "-" + place.partition() + "-" + place.offset());
          }
        }
        // An unreadable site takes the place of no readable one.
        producer.send(record(topic, bytes(SITE), bytes("{\"id\":\"" + SITE + "\""))).get();
        if (!topic.config().getOrDefault("cleanup.policy", "delete").contains("compact")) {
          producer.send(record(topic, null, bytes("no key"))).get();
          producer.send(record(topic, null, null)).get();
        }
      }
    }
    return judged;
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic<?> topic, byte @Nullable [] key, byte @Nullable [] value) {
    return new ProducerRecord<>(topic.name(), key, value);
  }

  private static List<byte[]> values(Random random) {
    var values = new ArrayList<byte[]>();
    TEXTS.forEach(text -> values.add(bytes(text)));
    for (int i = 0; i < RANDOM_VALUES; i++) {
      byte[] value = new byte[random.nextInt(200)];
      random.nextBytes(value);
      values.add(value);
    }
    return values;
  }

  private static byte[] key(Random random) {
    return bytes(KEYS.get(random.nextInt(KEYS.size())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the positions of all records that were kept as unreadable. Parts count once. */
  private static Set<String> rejected(Sitepulse pulse) {
    var positions = new HashSet<String>();
    unreadable(pulse)
        .forEach(
            rejection -> {
              positions.add(rejection.id());
              positions.add(rejection.id().replaceFirst("^(sitepulse\\.\\D+-\\d+-\\d+)-.*", "$1"));
            });
    return positions;
  }

  private static Stream<RejectedEvent> unreadable(Sitepulse pulse) {
    var settings = pulse.kafka().client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    var found = new ArrayList<RejectedEvent>();
    var topic = Topics.REJECTED_EVENTS;
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> read(record.value(), found));
      }
    }
    return found.stream().filter(rejection -> rejection.reason() == Reason.UNREADABLE);
  }

  private static void read(byte[] value, List<RejectedEvent> found) {
    try {
      RejectedEvent read =
          Topics.REJECTED_EVENTS
              .value()
              .deserializer()
              .deserialize(Topics.REJECTED_EVENTS.name(), value);
      if (read != null) {
        found.add(read);
      }
    } catch (RuntimeException e) {
      // The topic of the rejections has poison too.
    }
  }
}
