package io.sitepulse.warehouse.sink.table;

import static io.sitepulse.warehouse.sink.Records.DAY;
import static io.sitepulse.warehouse.sink.Records.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.warehouse.sink.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final RecordPosition POSITION = new RecordPosition(3, 7, 0, NOON);

  /** In a batch it would be refused by ClickHouse for ever, with all other rows. */
  @Test
  @SuppressWarnings("NullAway") // A definition that is wrong.
  void aRowWithoutAValueIsRefused() {
    Table<String> table = Table.<String>named("faulty").value("site", value -> null).build();

    assertThatThrownBy(() -> row(table, "demo"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("site");
  }

  @Test
  void theVisitorOfAPageViewIsAnUnsignedNumber() {
    var row = row(PageViewTables.PAGE_VIEWS, Records.view(1));

    assertThat(row.values())
        .containsExactly(
            "demo",
            DAY,
            new UUID(1, 1),
            "view",
            -1L,
            NOON,
            NOON.plusMillis(5),
            "/trang-chu",
            "Trang chủ",
            "",
            "vi",
            "Phone",
            "Chrome",
            "Android",
            "",
            new UUID(0, 0),
            1500L,
            3,
            7L,
            Long.MAX_VALUE - 7,
            "VN",
            "Tết",
            "zalo",
            "",
            "",
            "");
  }

  @Test
  void ofTwoDeliveriesTheFirstHasPrecedence() {
    assertThat(new RecordPosition(0, 4, 0, NOON).precedence())
        .isGreaterThan(new RecordPosition(0, 5, 0, NOON).precedence());
  }

  @Test
  void aDeletedSiteIsArchivedAndKeepsItsId() {
    var row = Objects.requireNonNull(DefinitionTables.SITES.row("demo", null, POSITION));
    assertThat(row.values()).containsExactly("demo", "", "", 0L, 0L, 0L, true, "", 7L);
  }

  @Test
  void anEventHasNoRowIfItsKeyIsDeleted() {
    assertThat(PageViewTables.PAGE_VIEWS.row("demo|x", null, POSITION)).isNull();
  }

  @Test
  void anImportedDayHasItsSourceAndLedger() {
    assertThat(row(CounterTables.IMPORTED_DAYS, imported()).values())
        .containsExactly(
            "demo", DAY, 3L, 2L, 1L, 500L, 4L, 3L, 1L, 0L, 0L, Map.of(), 0L, true, "sổ cũ", "an",
            7L);
  }

  @Test
  void theFaultsOfACollectorAreByReasonAndOriginAndTheLargestTotalStays() {
    var earlier = row(AuditTables.COLLECTOR_FAULTS, faults(2));
    var later = row(AuditTables.COLLECTOR_FAULTS, faults(3));

    assertThat(later.values())
        .containsExactly(
            "demo",
            DAY,
            "run",
            Map.of("origin https://moi.vn", 3L, "invalid ", 1L),
            Map.of(),
            Map.of("1.0.0", 2L),
            6L,
            NOON);
    assertThat(AuditTables.COLLECTOR_FAULTS.merge(earlier, later)).isEqualTo(later);
    assertThat(AuditTables.COLLECTOR_FAULTS.merge(later, earlier)).isEqualTo(later);
    assertThat(earlier.key()).isEqualTo(later.key());
  }

  private static CollectorFaults faults(long count) {
    return new CollectorFaults(
        1,
        "demo",
        DAY,
        "run",
        NOON,
        Map.of(Reason.ORIGIN, Map.of("https://moi.vn", count), Reason.INVALID, Map.of("", 1L)),
        Map.of(),
        Map.of("1.0.0", 2L));
  }

  @Test
  void aVoteHasItsChoicesAndPrecedence() {
    assertThat(row(PollTables.POLL_VOTES, vote()).values())
        .containsExactly(
            "useful",
            "0".repeat(32),
            new UUID(0, 1),
            List.of("a"),
            NOON,
            3,
            7L,
            Long.MAX_VALUE - 7,
            new UUID(0, 0));
  }

  @Test
  void aCorrectionNamesWhatItReplaces() {
    PollVote vote = vote();
    var correction =
        new PollVote(1, new UUID(0, 2), vote.poll(), vote.voter(), List.of(), vote.at(), vote.id());
    assertThat(row(PollTables.POLL_VOTES, correction).values()).endsWith(new UUID(0, 1));
  }

  @Test
  void rowsAreMergedByTheKeyOfTheTable() {
    var row = row(PollTables.POLL_HOURS, tally());
    assertThat(row.key()).isEqualTo(List.of("useful", NOON));
    assertThat(row(PageViewTables.RECEIPTS, Records.view(1)).key()).isNull();
  }

  @Test
  void anUnknownColumnCannotBeAMergeKey() {
    var table = Table.<PageView>named("t").text("site", PageView::site).mergedBy("day");
    assertThatThrownBy(table::build).hasMessage("t has no column day");
  }

  @Test
  void aPollHasItsSiteAndQuestion() {
    assertThat(row(DefinitionTables.POLLS, poll()).values())
        .startsWith("useful", "demo", "Hữu ích?")
        .endsWith(7L);
  }

  @Test
  void aDeletedDefinitionIsEmpty() {
    var row = Objects.requireNonNull(DefinitionTables.POLLS.row("useful", null, POSITION));

    assertThat(row.values()).containsExactly("useful", "", "", "", 7L);
  }

  @Test
  void timesOutsideTheRangeOfAColumnBecomeTheNearestInside() {
    assertThat(ColumnTypes.millis(Instant.MAX)).isEqualTo("2286-01-01T00:00:00Z");
    assertThat(ColumnTypes.millis(Instant.ofEpochMilli(-5))).isEqualTo(Instant.EPOCH);
    assertThat(ColumnTypes.hour(Instant.MAX)).isEqualTo("2106-01-01T00:00:00Z");
    assertThat(ColumnTypes.day(LocalDate.of(9999, 1, 1))).isEqualTo("2149-06-06");
    assertThat(ColumnTypes.day(LocalDate.of(1, 1, 1))).isEqualTo("1970-01-01");
  }

  @Test
  void aRejectionWithoutADayHasARow() {
    assertThat(row(AuditTables.REJECTED_EVENTS, rejected(null)).values()).contains(LocalDate.EPOCH);
  }

  private static <V> Row row(Table<V> table, V value) {
    return Objects.requireNonNull(table.row("key", value, POSITION));
  }

  private static RejectedEvent rejected(@Nullable LocalDate day) {
    return new RejectedEvent(
        1, "page-views-0-1", "page-views", "demo", day, Reason.TOO_OLD, NOON, "{}");
  }

  private static PollVote vote() {
    return new PollVote(1, new UUID(0, 1), "useful", "0".repeat(32), List.of("a"), NOON);
  }

  @Test
  void aTargetHasTheLabelsOfTheApi() {
    assertThat(row(DefinitionTables.TARGETS, target()).values())
        .startsWith("t1", "group:so", "visits", "2026-H2", 1_000_000L);
  }

  @Test
  void aChangeHasItsStatesAsJson() {
    assertThat(row(AuditTables.CHANGES, change()).values())
        .containsExactly(
            new UUID(5, 5),
            NOON,
            "an",
            "Nguyễn Văn An",
            "group.create",
            "so",
            "",
            "{\"name\":\"Sở\",\"zone\":null,\"grants\":[{\"until\":null}]}");
  }

  private static Target target() {
    return new Target(
        1, "t1", Scope.group("so"), Metric.VISITS, Period.parse("2026-H2"), 1_000_000, null, "an");
  }

  private static ImportedDay imported() {
    return new ImportedDay(
        1,
        "demo",
        DAY,
        new DaySums(3, 2, 1, 500),
        new Ledger(4, 3, 1, 0, 0, Map.of(), 0),
        true,
        "sổ cũ",
        "an");
  }

  private static Change change() {
    var after = new LinkedHashMap<String, @Nullable Object>();
    after.put("name", "Sở");
    after.put("zone", null);
    after.put("grants", List.of(Collections.singletonMap("until", null)));
    return Change.builder()
        .id(new UUID(5, 5))
        .at(NOON)
        .by("an", "Nguyễn Văn An")
        .action("group.create")
        .subject("so")
        .after(after)
        .build();
  }

  private static PollTally tally() {
    return Records.tally(1, NOON);
  }

  private static Poll poll() {
    return Poll.builder()
        .id("useful")
        .site("demo")
        .question("Hữu ích?")
        .options(List.of(new Option("a", "A"), new Option("b", "B")))
        .changeable(true)
        .build();
  }
}
