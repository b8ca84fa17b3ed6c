package io.sitepulse.ingest;

import static io.sitepulse.ingest.IngestTester.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.StandingClock;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector and a real broker. */
class IngestIT {
  @TempDir private static Path folder;
  private static TestBroker broker;
  private static IngestTester ingest;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start(folder);
    ingest = IngestTester.start(broker);
  }

  @AfterAll
  static void stop() {
    ingest.close();
    broker.close();
  }

  @Test
  void eventsAnsweredWith202AreInKafka() {
    var id = UUID.randomUUID();

    var answer = ingest.post(view(id), "203.0.113.7");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
    var record = stored(id);
    PageView event = record.value();
    assertThat(event.page()).isEqualTo("/tin-tuc");
    assertThat(event.agent().browser()).isEqualTo("Firefox");
    assertThat(event.visitor()).matches("[0-9a-f]{16}");
    assertThat(record.partition()).isEqualTo(Topics.partitionOf(id, 3));
  }

  @Test
  void twoCollectorsUseTheSamePseudonym() throws Exception {
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    try (var other = IngestTester.start(broker.config(), Clock.systemUTC())) {
      ingest.post(view(ids.get(0)), "203.0.113.7");
      other.post(view(ids.get(1)), "203.0.113.7");
      other.post(view(ids.get(2)), "203.0.113.8");
    }

    var visitors = ids.stream().map(id -> stored(id).value().visitor()).toList();
    assertThat(visitors.get(0)).isEqualTo(visitors.get(1)).isNotEqualTo(visitors.get(2));
  }

  @Test
  void aPseudonymThatEndedAtMidnightDepartsOnce() throws Exception {
    var today = Clock.systemUTC().instant().atZone(Site.DEFAULT_ZONE).toLocalDate();
    Instant midnight = today.atStartOfDay(Site.DEFAULT_ZONE).toInstant();
    var clock = new StandingClock(midnight.minusSeconds(30));
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    try (var other = IngestTester.start(broker.config(), clock)) {
      other.post(view(before), "203.0.113.9");
      clock.set(midnight.plusSeconds(30));
      other.post(view(after), "203.0.113.9");
    }

    String ended = Topics.keyOf(stored(before).value());
    var departures =
        TopicContents.of(Topics.VISITOR_DEPARTURES, broker.config()).stream()
            .filter(departure -> departure.key().equals(ended))
            .toList();
    assertThat(departures).hasSize(1);
    assertThat(departures.get(0).timestamp()).isEqualTo(midnight.plusSeconds(30).toEpochMilli());
    assertThat(stored(after).value().visitor()).isNotEqualTo(stored(before).value().visitor());
  }

  @Test
  void followsRegisteredAndArchivedSites() throws Exception {
    var site = Site.of("new", Site.DEFAULT_ZONE);
    assertThat(ingest.post(viewOf("new"), "203.0.113.7").statusCode()).isEqualTo(404);

    TopicContents.put(Topics.SITES, "new", site, broker.config());
    await().until(() -> ingest.post(viewOf("new"), "203.0.113.7").statusCode() == 202);

    TopicContents.put(Topics.SITES, "new", archived(site), broker.config());
    await().until(() -> ingest.post(viewOf("new"), "203.0.113.7").statusCode() == 404);
  }

  @Test
  void theMetricsAddUp() {
    ingest.post(view(UUID.randomUUID()), "203.0.113.7");
    ingest.post(viewOf("nowhere"), "203.0.113.7");

    assertThat(count("received"))
        .isEqualTo(count("accepted") + count("refused") + count("unavailable"))
        .isGreaterThanOrEqualTo(2);
    assertThat(count("produced")).isEqualTo(count("accepted"));
    assertThat(ingest.get("/metrics").body())
        .contains("sitepulse_events_refused_total{reason=\"unknown-site\"}")
        .contains("kafka_producer_record_send_total")
        .contains("route=\"/api/events\"");
  }

  @Test
  void theNumbersOfRefusedEventsAreInKafkaAndOnlyGrow() {
    String site = "mistyped";
    ingest.post(viewOf(site), "203.0.113.7");
    await().untilAsserted(() -> assertThat(faultsOf(site)).endsWith(1L));
    ingest.post(viewOf(site), "203.0.113.7");
    await().untilAsserted(() -> assertThat(faultsOf(site)).endsWith(2L));

    var records =
        TopicContents.of(Topics.COLLECTOR_FAULTS, broker.config()).stream()
            .filter(record -> site.equals(record.value().site()))
            .toList();
    assertThat(records).extracting(ConsumerRecord::key).containsOnly(records.get(0).key());
    assertThat(records).extracting(record -> record.value().total()).isSorted();
    assertThat(records.get(0).value().refused()).containsOnlyKeys(Reason.UNKNOWN_SITE);
  }

  @Test
  void aCollectorThatStopsWritesTheLastNumbers() throws Exception {
    String site = "mistyped-at-last";
    try (var other = IngestTester.start(broker.config(), Clock.systemUTC())) {
      other.post(viewOf(site), "203.0.113.7");
    }

    assertThat(faultsOf(site)).endsWith(1L);
  }

  private static List<Long> faultsOf(String site) {
    return TopicContents.of(Topics.COLLECTOR_FAULTS, broker.config()).stream()
        .filter(record -> site.equals(record.value().site()))
        .map(record -> record.value().total())
        .toList();
  }

  private static ConsumerRecord<String, PageView> stored(UUID id) {
    var records =
        TopicContents.events(broker.config()).stream()
            .filter(record -> record.value().id().equals(id))
            .toList();
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static double count(String what) {
    return ingest.registry.find("sitepulse.events." + what).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static Site archived(Site site) {
    return site.toBuilder().archived(true).build();
  }

  private static String viewOf(String site) {
    return "{\"site\":\"" + site + "\",\"page\":\"/\"}";
  }
}
