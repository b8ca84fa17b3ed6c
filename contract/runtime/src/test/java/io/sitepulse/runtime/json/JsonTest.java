package io.sitepulse.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  private static final Instant AT = Instant.parse("2026-11-21T16:59:59.999Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  static Stream<Object> everyRecordThatTravels() {
    var sums = new DaySums(7, 3, 2, 900);
    var counters =
        SiteCounters.none("demo").exchange(DAY, DaySums.ZERO, sums, AT).withOnline(2, AT);
    var ledger = new Ledger(6, 1, 1, 1, 1, Map.of(Reason.TOO_OLD, 2L), 1);
    var ballots = new TreeMap<>(Map.of("useful", 4L));
    return Stream.of(
        new PageView(
            1,
            UUID.randomUUID(),
            EventKind.VIEW,
            "demo",
            DAY,
            "00ff00ff00ff00ff",
            AT,
            AT,
            "/tin-tuc",
            "Tin tức",
            "example.org/",
            "vi",
            Agent.UNKNOWN,
            null,
            12,
            "VN"),
        counters,
        new SiteDay(1, "demo", DAY, AT, sums, ledger),
        new Site(
            1,
            "demo",
            "Cổng",
            List.of("https://a.vn"),
            ZoneId.of("America/New_York"),
            new Baseline(1, 2, 3, DAY, "cũ", "an"),
            List.of("id"),
            true,
            "so-nganh",
            List.of(new Predecessor("old", DAY, "an")),
            true),
        new Poll(
            1,
            "p",
            "demo",
            "Thế nào?",
            List.of(new Option("a", "A"), new Option("b", "B")),
            2,
            true,
            AT,
            AT.plusSeconds(1),
            false,
            Visibility.AFTER_VOTING),
        new PollVote(1, UUID.randomUUID(), "p", "0".repeat(32), List.of("a"), AT),
        new PollTally(
            1, "p", AT, ballots, 4, new VoteLedger(5, 4, 0, 0, Map.of(Reason.CLOSED, 1L))));
  }

  @ParameterizedTest
  @MethodSource("everyRecordThatTravels")
  void aRecordReadsBackAsItWasWritten(Object record) {
    assertThat(roundTrip(record)).isEqualTo(record);
  }

  @SuppressWarnings("unchecked") // The serde is made for the value's own class.
  private static <T> Object roundTrip(T record) {
    var serde = new JsonSerde<>((Class<T>) record.getClass());
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", record));
  }

  @Test
  void aSitesHostsAreNoPartOfItsDefinition() throws Exception {
    var json = Json.MAPPER.writeValueAsString(Site.of("a.vn", Site.DEFAULT_ZONE));

    assertThat(json).doesNotContain("hosts");
  }

  @Test
  void aFieldThatAReaderDoesNotKnowIsIgnored() {
    var serde = new JsonSerde<>(PollVote.class);
    byte[] newer =
        ("{\"v\":2,\"id\":\"00000000-0000-0000-0000-000000000001\",\"poll\":\"p\",\"voter\":\""
                + "0".repeat(32)
                + "\",\"choices\":[],\"at\":0,\"mood\":{\"x\":1}}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(serde.deserializer().deserialize("t", newer).poll()).isEqualTo("p");
  }

  @Test
  void whatADefinitionLeavesOutTakesItsDefault() throws Exception {
    Site site = Json.MAPPER.readValue("{\"id\":\"demo\"}", Site.class);
    assertThat(site.zone()).isEqualTo(Site.DEFAULT_ZONE);
    assertThat(site.name()).isEqualTo("demo");
    assertThat(site.archived()).isFalse();
  }

  @Test
  void instantsAreMillisecondsAndDatesAreIso() throws Exception {
    String json =
        Json.MAPPER.writeValueAsString(
            SiteCounters.none("demo").exchange(DAY, DaySums.ZERO, DaySums.ZERO, AT));
    assertThat(json)
        .contains("\"asOf\":" + AT.toEpochMilli(), "\"2026-11-21\":", "\"2026-11\":", "\"2026\":");
  }
}
