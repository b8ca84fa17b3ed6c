package io.sitepulse.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.Campaign;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  private static final Instant AT = Instant.parse("2026-11-21T16:59:59.999Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  /** Two instances of different releases may run at once. */
  @Test
  void ledgersWithReasonsOfANewerReleaseBalance() throws Exception {
    Ledger ledger =
        Json.MAPPER.readValue(
            "{\"received\":6,\"rejected\":{\"too-old\":1,\"quota\":2,\"other\":1,\"spam\":2}}",
            Ledger.class);
    VoteLedger votes =
        Json.MAPPER.readValue("{\"received\":2,\"rejected\":{\"quota\":2}}", VoteLedger.class);

    assertThat(ledger.rejected()).isEqualTo(Map.of(Reason.TOO_OLD, 1L, Reason.OTHER, 5L));
    assertThat(votes.rejected()).isEqualTo(Map.of(Reason.OTHER, 2L));
  }

  static Stream<Object> everyRecordThatTravels() {
    var sums = new DaySums(7, 3, 2, 900);
    var counters =
        SiteCounters.none("demo").exchange(DAY, DaySums.ZERO, sums, AT).withOnline(2, AT);
    var ledger = new Ledger(6, 1, 1, 1, 1, Map.of(Reason.TOO_OLD, 2L), 1);
    var ballots = new TreeMap<>(Map.of("useful", 4L));
    return Stream.of(
        PageView.builder()
            .id(UUID.randomUUID())
            .site("demo")
            .day(DAY)
            .visitor("00ff00ff00ff00ff")
            .at(AT)
            .received(AT)
            .page("/tin-tuc")
            .title("Tin tức")
            .referrer("example.org/")
            .language("vi")
            .engagedMs(12)
            .country("VN")
            .campaign(new Campaign("Chuyển đổi số", "zalo", null, null, "ảnh"))
            .build(),
        counters,
        new SiteDay(1, "demo", DAY, AT, sums, ledger),
        Site.builder()
            .id("demo")
            .name("Cổng")
            .origins(List.of("https://a.vn"))
            .zone(ZoneId.of("America/New_York"))
            .baseline(new Baseline(1, 2, 3, DAY, "cũ", "an"))
            .pageParameters(List.of("id"))
            .archived(true)
            .group("so-nganh")
            .predecessors(List.of(new Predecessor("old", DAY, "an")))
            .sample(true)
            .build(),
        Poll.builder()
            .id("p")
            .site("demo")
            .question("Thế nào?")
            .options(List.of(new Option("a", "A"), new Option("b", "B")))
            .maxChoices(2)
            .changeable(true)
            .opens(AT)
            .closes(AT.plusSeconds(1))
            .visibility(Visibility.AFTER_VOTING)
            .votesPerNetwork(50)
            .build(),
        new PollVote(1, UUID.randomUUID(), "p", "0".repeat(32), List.of("a"), AT),
        new PollTally(
            1, "p", AT, ballots, 4, new VoteLedger(5, 4, 0, 0, Map.of(Reason.CLOSED, 1L))));
  }

  @ParameterizedTest
  @MethodSource("everyRecordThatTravels")
  void readsARecordThatItWrote(Object record) {
    assertThat(roundTrip(record)).isEqualTo(record);
  }

  @Test
  void anEventOfAnEarlierVersionHasNoCampaign() throws Exception {
    var event =
        Json.MAPPER.readValue(
            """
            {"v":1,"id":"7f6b7a1e-0000-4000-8000-000000000001","kind":"view","site":"demo",
             "day":"2026-11-21","at":1763744399999,"received":1763744399999,"page":"/",
             "agent":{"device":"Phone","browser":"Chrome","system":"Android"},"engagedMs":0}
            """,
            PageView.class);
    assertThat(event.campaign()).isNull();
    assertThat(Json.MAPPER.writeValueAsString(event)).doesNotContain("campaign");
  }

  @Test
  void aPollOfAnEarlierVersionHasNoLimitOfItsOwn() throws Exception {
    String earlier =
        """
        {"v":1,"id":"p","site":"demo","question":"?",
         "options":[{"id":"a","label":"A"},{"id":"b","label":"B"}]}
        """;
    Poll poll = Json.MAPPER.readValue(earlier, Poll.class);
    assertThat(poll.votesPerNetwork()).isNull();
    assertThat(Json.MAPPER.writeValueAsString(poll)).doesNotContain("votesPerNetwork");
  }

  @Test
  void aPollOfALaterVersionIsRead() throws Exception {
    String later =
        """
        {"v":1,"id":"p","site":"demo","question":"?","newField":7,
         "options":[{"id":"a","label":"A"},{"id":"b","label":"B"}]}
        """;
    assertThat(Json.MAPPER.readValue(later, Poll.class).options()).hasSize(2);
  }

  @SuppressWarnings("unchecked") // The serde is created for the class of the value.
  private static <T> Object roundTrip(T record) {
    var serde = new JsonSerde<>((Class<T>) record.getClass());
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", record));
  }

  @Test
  void theHostsOfASiteAreNotWritten() throws Exception {
    var json = Json.MAPPER.writeValueAsString(Site.of("a.vn", Site.DEFAULT_ZONE));

    assertThat(json).doesNotContain("hosts");
  }

  @Test
  void ignoresAnUnknownField() {
    var serde = new JsonSerde<>(PollVote.class);
    byte[] newer =
        ("{\"v\":2,\"id\":\"00000000-0000-0000-0000-000000000001\",\"poll\":\"p\",\"voter\":\""
                + "0".repeat(32)
                + "\",\"choices\":[],\"at\":0,\"mood\":{\"x\":1}}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(serde.deserializer().deserialize("t", newer).poll()).isEqualTo("p");
  }

  @Test
  void aMissingFieldHasItsDefault() throws Exception {
    Site site = Json.MAPPER.readValue("{\"id\":\"demo\"}", Site.class);
    assertThat(site.zone()).isEqualTo(Site.DEFAULT_ZONE);
    assertThat(site.name()).isEqualTo("demo");
    assertThat(site.archived()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Asia/Bangkok, Asia/Bangkok, -",
        "GMT+07:00, Etc/GMT-7, GMT+07:00",
        "+07:00, Etc/GMT-7, +07:00",
        "Z, Etc/UTC, Z",
        "+05:30, +05:30, +05:30",
        "Moon/Crater, Asia/Ho_Chi_Minh, Moon/Crater",
      })
  void aStoredZoneIsReadAndShownForCorrection(String stored, String zone, @Nullable String shown)
      throws Exception {
    String json = "{\"v\":1,\"id\":\"demo\",\"zone\":\"" + stored + "\",\"sample\":true}";

    Site site = Json.MAPPER.readValue(json, Site.class);

    assertThat(site.zone().getId()).isEqualTo(zone);
    assertThat(site.storedZone()).isEqualTo(shown);
    assertThat(site.sample()).isTrue();
    assertThat(roundTrip(site)).isEqualTo(site);
    assertThat(roundTrip(site.toBuilder().archived(true).build()))
        .extracting("storedZone")
        .isEqualTo(shown);
  }

  @Test
  void aStoredChangeStaysAsItIs() throws Exception {
    String stored =
        """
        {"v":1,"id":"00000000-0000-0005-0000-000000000005","at":0,"by":"an","byName":"An",
        "action":"group.update","subject":"so","after":{"name":"Sở","position":0,
        "created":1763740800000,"grants":[{"scope":"all","until":null}],"share":0.25,
        "archived":false,"zone":null,"baseline":{"views":7,"source":null}}}
        """
            .replace("\n", "");

    Change change = Json.MAPPER.readValue(stored, Change.class);

    assertThat(change.before()).isNull();
    assertThat(change.after()).containsEntry("name", "Sở").containsEntry("zone", null);
    assertThat(Json.MAPPER.writeValueAsString(change)).isEqualTo(stored);
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
