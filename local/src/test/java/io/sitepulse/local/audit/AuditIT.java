package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TablesExtension.class)
class AuditIT {
  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 31);

  private final Tables tables;
  private final RawTables raw;

  AuditIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theRecountIsThatOfAnEventByEventCount(long seed) {
    var classified = site("random-" + seed, new RandomEvents(seed).make(400));

    AuditReport report = audit("random-" + seed);

    assertThat(differences(report)).isEmpty();
    assertThat(report.days()).hasSameSizeAs(NaiveRecount.days(classified).keySet());
    assertThat(outcomes(classified))
        .contains("view", "heartbeat", "duplicate", "bot", "too-old", "from-the-future");
  }

  @Test
  void twoDaysOfARangeAreCountedAsWithinTheWhole() {
    site("range", new RandomEvents(77).make(400));

    for (LocalDate day : List.of(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21))) {
      var report = run(new AuditScope("range", day, day));
      assertThat(report.days()).hasSize(1);
      assertThat(differences(report)).isEmpty();
    }
  }

  @Test
  void aCounterThatIsOneTooHighIsFound() {
    var classified = site("counter", new RandomEvents(11).make(200));
    var claims = NaiveRecount.days(classified);
    LocalDate day = claims.keySet().iterator().next();
    var wrong = new TreeMap<>(claims.get(day));
    wrong.merge("visits", 1L, Long::sum);

    raw.claims("counter", Map.of(day, wrong), 2);

    var found = audit("counter");
    assertThat(found.days().get(0).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.figure()).isEqualTo("visits");
              assertThat(difference.claimed() - difference.recounted()).isEqualTo(1);
            });
    assertThat(found.differences()).isEqualTo(1);
  }

  @Test
  void aRawEventThatIsGoneIsFound() {
    var classified = site("gone", new RandomEvents(12).make(200));
    var view =
        classified.stream().filter(j -> j.outcome().equals("view")).findFirst().orElseThrow();

    tables.execute(
        "ALTER TABLE sitepulse.page_views DELETE WHERE site = 'gone' AND id = '"
            + view.event().id()
            + "' SETTINGS mutations_sync = 1");

    assertThat(differences(audit("gone"))).contains("views", "counted.views");
  }

  @Test
  void aReceiptThatIsGoneIsFound() {
    var classified = site("receipt", new RandomEvents(13).make(200));
    var again =
        classified.stream().filter(j -> j.outcome().equals("duplicate")).findFirst().orElseThrow();

    tables.execute(
        "ALTER TABLE sitepulse.page_view_receipts DELETE WHERE site = 'receipt' AND kafka_offset = "
            + again.event().offset()
            + " SETTINGS mutations_sync = 1");

    assertThat(differences(audit("receipt"))).contains("received", "duplicates");
  }

  @Test
  void aSiteWithoutCountersIsFound() {
    raw.events("uncounted", new RandomEvents(14).make(50));

    assertThat(differences(audit("uncounted"))).contains("views", "received");
  }

  @Test
  void countersWithoutEventsAreFound() {
    raw.claims("invented", Map.of(FROM, Map.of("views", 3L, "received", 3L)), 1);

    assertThat(differences(audit("invented"))).containsExactlyInAnyOrder("views", "received");
  }

  @Test
  void writingTheSameRawEventsTwiceMakesNoDifference() {
    var events = new RandomEvents(15).make(200);
    site("again", events);

    raw.events("again", events);

    assertThat(differences(audit("again"))).isEmpty();
  }

  @Test
  void anUnreadableEventIsInTheLedgerOfItsDay() {
    raw.unreadable("unread", FROM);
    raw.claims("unread", Map.of(FROM, Map.of("received", 1L, "rejected.unreadable", 1L)), 1);

    assertThat(differences(audit("unread"))).isEmpty();
  }

  @Test
  void anImportedDayWithRawEventsIsRecounted() {
    var classified = site("imported-raw", new RandomEvents(18).make(100));
    raw.imported("imported-raw", NaiveRecount.days(classified), true);
    assertThat(differences(audit("imported-raw"))).isEmpty();
    assertThat(audit("imported-raw").notRecountable()).isZero();

    tables.execute(
        "ALTER TABLE sitepulse.page_views DELETE WHERE site = 'imported-raw' AND kind = 'view'"
            + " SETTINGS mutations_sync = 1");

    assertThat(differences(audit("imported-raw"))).contains("views");
  }

  @Test
  void anImportedDayWithoutRawEventsIsListedWithItsSource() {
    Map<String, Long> old =
        Map.of("views", 900L, "visits", 300L, "received", 900L, "counted.views", 900L);
    raw.imported("imported", Map.of(FROM, old), false);
    raw.claims("imported", Map.of(FROM, old), 1);

    var report = audit("imported");

    assertThat(differences(report)).isEmpty();
    assertThat(report.notRecountable()).isEqualTo(1);
    assertThat(AuditText.of(report))
        .contains("imported, not recountable: 900 views, 300 visits from: old counter");
  }

  @Test
  void aDayWithEventsAndAnImportEqualsTheirSum() {
    var classified = NaiveRecount.classify(new RandomEvents(19).make(100));
    raw.events("both", classified.stream().map(NaiveRecount.Classified::event).toList());
    raw.rejections("both", classified);
    var days = NaiveRecount.days(classified);
    LocalDate day = days.keySet().iterator().next();
    Map<String, Long> old = Map.of("views", 7L, "received", 7L, "counted.views", 7L);
    raw.imported("both", Map.of(day, old), false);
    days.put(day, new NamedCounts(days.getOrDefault(day, Map.of())).plus(old).byName());
    raw.claims("both", days, 1);

    assertThat(differences(audit("both"))).isEmpty();

    raw.imported("both", Map.of(day, Map.of()), false);
    tables.execute("OPTIMIZE TABLE sitepulse.imported_days FINAL");
    assertThat(differences(audit("both"))).contains("views");
  }

  @Test
  void aRejectionThatWasNotKeptIsFound() {
    var events = new RandomEvents(16).make(300);
    raw.events("unkept", events);
    raw.claims("unkept", NaiveRecount.days(NaiveRecount.classify(events)), 1);

    assertThat(differences(audit("unkept"))).contains("kept.too-old");
  }

  @Test
  void aTemporaryDifferenceIsNotReported() throws Exception {
    var events = new RandomEvents(17).make(100);
    var classified = NaiveRecount.classify(events);
    raw.claims("late", NaiveRecount.days(classified), 1);
    raw.rejections("late", classified);
    var arrives = new Thread(() -> raw.events("late", events));

    arrives.start();
    var report =
        new Audit(tables.jdbi(), Audit.Kafka.NONE, Clock.systemUTC())
            .run(new AuditScope("late", FROM, TO), Duration.ofSeconds(20));
    arrives.join();

    assertThat(differences(report)).isEmpty();
  }

  private List<NaiveRecount.Classified> site(String site, List<Delivered> events) {
    var classified = NaiveRecount.classify(events);
    raw.events(site, events);
    raw.rejections(site, classified);
    raw.claims(site, NaiveRecount.days(classified), 1);
    return classified;
  }

  private static List<String> outcomes(List<NaiveRecount.Classified> classified) {
    return classified.stream().map(NaiveRecount.Classified::outcome).toList();
  }

  private AuditReport audit(String site) {
    return run(new AuditScope(site, FROM, TO));
  }

  @Test
  void votesThatKafkaHasDeletedAreCountedByPoll() {
    tables.execute(
        """
        INSERT INTO sitepulse.poll_votes (poll, voter, id, choices, at, kafka_partition, kafka_offset)
        SELECT if(number < 3, 'old-votes', 'new-votes'), toString(number), generateUUIDv4(), ['a'],
            toDateTime64('2026-11-01 00:00:00', 3, 'UTC') + toIntervalDay(number), 0, number
        FROM numbers(6)
        """);
    Instant since = Instant.parse("2026-11-03T00:00:00Z");
    var scope = new AuditScope(null, FROM, FROM);

    assertThat(votes(scope, null)).isEmpty();
    assertThat(votes(scope, since)).containsEntry("old-votes", 2L).doesNotContainKey("new-votes");
    assertThat(votes(new AuditScope("some-site", FROM, FROM), since)).isEmpty();
  }

  private Map<String, Long> votes(AuditScope scope, @Nullable Instant since) {
    var kafka =
        new Audit.Kafka() {
          @Override
          public @Nullable Long pending() {
            return null;
          }

          @Override
          public Retained retained() {
            return new Retained(null, since);
          }
        };
    return new Audit(tables.jdbi(), kafka, Clock.systemUTC())
        .run(scope, Duration.ZERO)
        .notRebuildableVotes();
  }

  private AuditReport run(AuditScope scope) {
    return new Audit(tables.jdbi(), Audit.Kafka.NONE, Clock.systemUTC()).run(scope, Duration.ZERO);
  }

  private static List<String> differences(AuditReport report) {
    return report.days().stream()
        .flatMap(line -> line.differences().stream())
        .map(Difference::figure)
        .distinct()
        .toList();
  }
}
