package io.sitepulse.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.doctor.Finding.State;
import io.sitepulse.local.doctor.KafkaFacts.TopicFacts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judgements, on facts as the parts tell them. */
class DoctorTest {
  private static final URI HERE = URI.create("http://127.0.0.1:8081");
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final long GIB = 1L << 30;
  private static final String READY = "{\"status\":\"up\",\"checks\":{\"kafka\":\"up\"}}";
  private static final String CLOCK = "sitepulse_clock_seconds " + NOW.getEpochSecond() + "\n";
  private static final Map<String, String> BROKER =
      Map.of(KafkaFacts.OFFSETS_RETENTION, "2628000", KafkaFacts.FLUSH_CHECK, "100");

  @Test
  void aLineNamesStatePartAndWayOut() {
    assertThat(Finding.ok("kafka", "3 brokers").line()).isEqualTo("ok       kafka: 3 brokers");
    assertThat(Finding.fault("disk", "full", "make room").line())
        .isEqualTo("fault    disk: full -> make room");
  }

  @ParameterizedTest
  @CsvSource({"50, 100, OK", "14, 100, WARNING", "4, 100, FAULT", "1, 2, WARNING", "0, 10, FAULT"})
  void aDiskIsJudgedByItsFreeSpace(long free, long total, State expected) {
    assertThat(new Disk("disk", free * GIB, total * GIB).judge().state()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 10, OK", "1500, 10, WARNING", "-1500, 10, WARNING", "9000, 10, FAULT"})
  void aClockIsJudgedByItsDifference(long difference, long took, State expected) {
    assertThat(clock(difference, took).judge().state()).isEqualTo(expected);
  }

  @Test
  void aSlowAnswerIsNoDifferenceOfClocks() {
    assertThat(clock(6_000, 8_000).judge().state()).isEqualTo(State.OK);
  }

  @Test
  void aProcessThatIsReadyIsOk() {
    assertThat(judge(answer(200, READY), answer(200, CLOCK)))
        .extracting(Finding::state)
        .containsExactly(State.OK, State.OK);
  }

  @Test
  void aProcessThatIsNotReadyTellsWhatIsMissing() {
    String body = "{\"checks\":{\"kafka\":\"down\",\"sites\":\"up\",\"salts\":\"down\"}}";
    assertThat(judge(answer(503, body), answer(200, CLOCK)))
        .first()
        .isEqualTo(
            Finding.fault(
                "process " + HERE,
                "not ready: kafka, salts",
                "docs/alerts.md#sitepulsenotready, and its log"));
  }

  @Test
  void anotherProgramAtTheAddressIsTold() {
    for (String body : List.of("<html>", "{}", "", "[1]")) {
      assertThat(judge(answer(200, body), answer(404, "")))
          .singleElement()
          .satisfies(finding -> assertThat(finding.text()).contains("another program"));
    }
  }

  @Test
  void hiddenMetricsAreAWarning() {
    assertThat(judge(answer(200, READY), answer(404, "")))
        .extracting(Finding::state)
        .containsExactly(State.OK, State.WARNING);
  }

  @Test
  void whatAProcessCountsIsJudged() {
    String metrics =
        CLOCK
            + """
            sitepulse_proxies_untrusted_total 2.0
            sitepulse_events_refused_total{reason="origin"} 7.0
            sitepulse_events_refused_total{reason="invalid"} 100.0
            sitepulse_events_unavailable_total 3.0
            sitepulse_sink_delay_seconds 900.0
            sitepulse_sink_waiting 0.0
            """;
    assertThat(judge(answer(200, READY), answer(200, metrics)).stream().map(Finding::line))
        .anyMatch(line -> line.startsWith("warning  proxies of "))
        .anyMatch(line -> line.contains(": 7 events since its start came from origins"))
        .anyMatch(line -> line.contains(": 3 events since its start were answered 503"))
        .anyMatch(line -> line.startsWith("warning  sink of ") && line.contains("900 s behind"));
    assertThat(judge(answer(200, READY), answer(200, metrics.replace("waiting 0", "waiting 1"))))
        .anyMatch(finding -> finding.line().startsWith("fault    sink of "));
  }

  @Test
  void countersAtZeroAreNoFinding() {
    String metrics =
        CLOCK
            + "sitepulse_proxies_untrusted_total 0.0\n"
            + "sitepulse_events_refused_total{reason=\"origin\"} 0.0\n"
            + "sitepulse_events_unavailable_total 0.0\n";
    assertThat(judge(answer(200, READY), answer(200, metrics))).hasSize(2);
  }

  @Test
  void aPublicAddressHasTlsAndHidesItsMetrics() {
    URI address = URI.create("https://dem.example.gov.vn");
    assertThat(new PublicFacts(address, 200, 404, 404).judge())
        .extracting(Finding::state)
        .containsOnly(State.OK);
    URI open = URI.create("http://dem.example.gov.vn");
    assertThat(new PublicFacts(open, 404, 200, 503).judge())
        .extracting(Finding::state)
        .containsExactly(State.FAULT, State.FAULT, State.FAULT);
  }

  @Test
  void anAddressOfThisMachineNeedsNoTls() {
    assertThat(new PublicFacts(URI.create("http://127.0.0.1:8080"), 200, 200, 200).judge())
        .extracting(Finding::state)
        .containsExactly(State.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, FAULT",
    "::/0, FAULT",
    "64.0.0.0/2, FAULT",
    "10.0.0.0/8, OK",
    "172.28.0.200/32, OK",
    "192.0.2.1, OK",
    "2001:db8::/32, OK"
  })
  void wideNetworksOfProxiesAreAFault(String network, State expected) {
    assertThat(new TrustedProxies("s", List.of(network)).judge().state()).isEqualTo(expected);
  }

  @Test
  void aClusterInOrderIsOk() {
    assertThat(kafka(3, BROKER, new TopicFacts("a", 0, 3, 0)))
        .extracting(Finding::state)
        .containsOnly(State.OK);
  }

  @Test
  void missingTopicsLeadersAndReplicasAreTold() {
    assertThat(
            kafka(3, BROKER, new TopicFacts("b", 2, 1, 0), new TopicFacts("c", 0, 3, 1)).stream()
                .map(Finding::line))
        .anyMatch(line -> line.startsWith("fault    kafka topics: missing: a ->"))
        .anyMatch(line -> line.startsWith("fault    kafka leaders: ") && line.contains(" in b "))
        .anyMatch(line -> line.startsWith("warning  kafka replicas: fewer than 3 of b ->"))
        .anyMatch(line -> line.startsWith("warning  kafka replicas: not all are in sync of c"));
  }

  @Test
  void defaultsOfABrokerThatLoseDataAreTold() {
    Map<String, String> defaults =
        Map.of(
            KafkaFacts.OFFSETS_RETENTION,
            "10080",
            KafkaFacts.FLUSH_CHECK,
            Long.toString(Long.MAX_VALUE));
    assertThat(kafka(1, defaults, new TopicFacts("a", 0, 1, 0)).stream().map(Finding::line))
        .anyMatch(line -> line.startsWith("warning  kafka offsets: kept for 7 days"))
        .anyMatch(line -> line.startsWith("warning  kafka flush: "));
    assertThat(kafka(3, defaults, new TopicFacts("a", 0, 3, 0)).stream().map(Finding::line))
        .noneMatch(line -> line.contains("kafka flush"));
  }

  @Test
  void clickHouseIsJudgedByVersionTablesAndOrigins() {
    assertThat(clickHouse("26.7.1.1", List.of("V1", "V2"), List.of()))
        .extracting(Finding::state)
        .containsOnly(State.OK);
    assertThat(clickHouse("25.8.2.1", List.of("V1"), List.of("demo")).stream().map(Finding::line))
        .anyMatch(line -> line.startsWith("warning  clickhouse: 25.8.2.1 is older"))
        .anyMatch(line -> line.startsWith("fault    clickhouse tables: lack the migrations V2"))
        .anyMatch(line -> line.startsWith("warning  origins: any page may count for demo"));
    assertThat(clickHouse("27.1", List.of("V1", "V2", "V3"), List.of()).stream().map(Finding::line))
        .anyMatch(
            line -> line.startsWith("warning  clickhouse tables: are of a newer version: V3"));
  }

  private static List<Finding> clickHouse(String version, List<String> applied, List<String> open) {
    return new ClickHouseFacts(version, clock(0, 1), applied, List.of(), open, 2)
        .judge(List.of("V1", "V2"));
  }

  private static List<Finding> kafka(
      int brokers, Map<String, String> settings, TopicFacts... topics) {
    return new KafkaFacts(brokers, List.of(topics), settings, List.of()).judge(Set.of("a"), 0);
  }

  private static ClockDifference clock(long difference, long took) {
    return new ClockDifference("clock", Duration.ofMillis(difference), Duration.ofMillis(took));
  }

  private static List<Finding> judge(HttpAnswer health, HttpAnswer metrics) {
    return new ServiceFacts(HERE, health, metrics, NOW).judge();
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, body, Duration.ofMillis(5));
  }
}
