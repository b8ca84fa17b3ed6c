package io.sitepulse.warehouse.sink.table;

import static io.sitepulse.warehouse.sink.Records.DAY;
import static io.sitepulse.warehouse.sink.Records.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.warehouse.sink.ClickHouseWriter;
import io.sitepulse.warehouse.sink.Records;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final RecordPosition ORIGIN = new RecordPosition(3, 7, NOON);

  @Test
  void aPageViewBecomesARowWithAnUnsignedVisitor() {
    var row = row(new PageViewsTable(), Records.view(1));

    assertThat(row.values())
        .containsExactly(
            "demo",
            DAY,
            new UUID(1, 1),
            "view",
            new BigInteger("18446744073709551615"),
            NOON.toEpochMilli(),
            NOON.toEpochMilli() + 5,
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
            "VN");
  }

  @Test
  void ofTwoDeliveriesTheFirstHasPrecedence() {
    assertThat(new RecordPosition(0, 4, NOON).precedence())
        .isGreaterThan(new RecordPosition(0, 5, NOON).precedence());
  }

  @Test
  void everyTableHasAsManyValuesAsItsStatementHasParameters() {
    assertFits(new PageViewsTable(), Records.view(1));
    assertFits(new PageViewReceiptsTable(), Records.view(1));
    assertFits(new SiteDaysTable(), Records.siteDay(5));
    assertFits(new SiteOnlineTable(), Records.online(4, NOON));
    assertFits(new RejectedEventsTable(), rejected(DAY));
    assertFits(new PollVotesTable(), vote());
    assertFits(new PollTalliesTable(), tally());
    assertFits(new SitesTable(), Site.of("demo", Site.DEFAULT_ZONE));
    assertFits(new SitesTable(), null);
    assertFits(new PollsTable(), poll());
    assertFits(new PollsTable(), null);
    assertFits(new TouchedDaysTable(), Records.view(1));
    assertFits(new PollHoursTable(), tally());
    assertFits(new GroupsTable(), new Group(1, "so", "Sở", 0));
    assertFits(new GroupsTable(), null);
    assertFits(new TargetsTable(), target());
    assertFits(new TargetsTable(), null);
    assertFits(new ImportedDaysTable(), imported());
    assertFits(new ChangesTable(), change());
  }

  @Test
  void aDefinitionThatIsGoneBecomesAnEmptyOne() {
    var row = new PollsTable().row("useful", null, ORIGIN);

    assertThat(row.values()).containsExactly("useful", "", "", "", 7L);
  }

  @Test
  void timesNoColumnCanHoldBecomeTheNearest() {
    assertThat(Cell.millis(Instant.ofEpochMilli(Long.MAX_VALUE))).isPositive();
    assertThat(Cell.millis(Instant.ofEpochMilli(-5))).isZero();
    assertThat(Cell.day(LocalDate.of(9999, 1, 1))).isEqualTo("2149-06-06");
    assertThat(Cell.day(LocalDate.of(1, 1, 1))).isEqualTo("1970-01-01");
  }

  @Test
  void aRejectionWithoutADayIsKept() {
    assertThat(row(new RejectedEventsTable(), rejected(null)).values()).contains(LocalDate.EPOCH);
  }

  private static <V> void assertFits(Table<V> table, @Nullable V value) {
    var row = Objects.requireNonNull(table.row("key", value, ORIGIN));
    long parameters =
        ClickHouseWriter.statement(table.name()).chars().filter(c -> c == '?').count();

    assertThat(row.values()).as(table.name()).hasSize((int) parameters);
  }

  private static <V> Row row(Table<V> table, V value) {
    return Objects.requireNonNull(table.row("key", value, ORIGIN));
  }

  private static RejectedEvent rejected(@Nullable LocalDate day) {
    return new RejectedEvent(
        1, "page-views-0-1", "page-views", "demo", day, Reason.TOO_OLD, NOON, "{}");
  }

  private static PollVote vote() {
    return new PollVote(1, new UUID(0, 1), "useful", "0".repeat(32), List.of("a"), NOON);
  }

  @Test
  void aTargetSaysItsScopeMetricAndPeriodInTheWordsOfTheApi() {
    assertThat(row(new TargetsTable(), target()).values())
        .startsWith("t1", "group:so", "visits", "2026-H2", 1_000_000L);
  }

  @Test
  void aChangeKeepsWhatWasAndWhatIsAsJson() {
    assertThat(row(new ChangesTable(), change()).values())
        .containsExactly(
            new UUID(5, 5),
            NOON.toEpochMilli(),
            "an",
            "Nguyễn Văn An",
            "group.create",
            "so",
            "",
            "{\"name\":\"Sở\"}");
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
    return new Change(
        1,
        new UUID(5, 5),
        NOON,
        "an",
        "Nguyễn Văn An",
        "group.create",
        "so",
        null,
        JsonNodeFactory.instance.objectNode().put("name", "Sở"));
  }

  private static PollTally tally() {
    return Records.tally(1, NOON);
  }

  private static Poll poll() {
    return new Poll(
        1,
        "useful",
        "demo",
        "Hữu ích?",
        List.of(new Option("a", "A"), new Option("b", "B")),
        1,
        true,
        null,
        null,
        false,
        Visibility.ALWAYS);
  }
}
