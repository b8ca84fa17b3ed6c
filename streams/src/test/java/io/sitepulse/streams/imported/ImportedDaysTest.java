package io.sitepulse.streams.imported;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.topology.CountingTester;
import io.sitepulse.streams.topology.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportedDaysTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate LAST_YEAR = LocalDate.of(2025, 3, 8);

  private final CountingTester tester = CountingTester.startAt(NOON);

  @AfterEach
  void close() {
    tester.close();
  }

  @Test
  void aDayOfLastYearIsOnlyInItsYearAndTheTotal() {
    tester.send(Events.view(NOON).by(1));
    CounterFigures before = figures();

    tester.importDays(day(LAST_YEAR, 900));

    CounterFigures after = figures();
    assertThat(after.online()).isEqualTo(before.online()).isEqualTo(1);
    assertThat(after.today()).isEqualTo(before.today());
    assertThat(after.month()).isEqualTo(before.month());
    assertThat(after.year()).isEqualTo(before.year());
    assertThat(after.total().views()).isEqualTo(before.total().views() + 900);
    assertThat(tester.day("demo", "2025-03-08").sums()).isEqualTo(sums(900));
    assertThat(tester.day("demo", "2025-03-08").ledger()).isEqualTo(ledger(900));
  }

  @Test
  void aDayOfThisYearIsInTheYear() {
    tester.importDays(day(LocalDate.of(2026, 3, 8), 900));

    assertThat(figures().year().views()).isEqualTo(900);
    assertThat(figures().today()).isEqualTo(DaySums.ZERO);
  }

  @Test
  void anImportedDayIsAddedToCountedEvents() {
    tester.send(Events.view(NOON).by(1)).importDays(day(TODAY, 10)).send(Events.view(NOON).by(2));

    assertThat(figures().today().views()).isEqualTo(12);
    assertThat(tester.day("demo", "2026-11-21").ledger().received()).isEqualTo(12);
  }

  @Test
  void aLaterRecordReplacesAnEarlierOne() {
    tester.importDays(day(LAST_YEAR, 900), day(LAST_YEAR, 700), day(LAST_YEAR, 700));

    assertThat(tester.day("demo", "2025-03-08").sums()).isEqualTo(sums(700));
    assertThat(figures().total()).isEqualTo(sums(700));
  }

  @Test
  void aTombstoneRemovesTheDay() {
    tester.send(Events.view(NOON).by(1)).importDays(day(LAST_YEAR, 900), day(TODAY, 5));

    tester.deleteDay("demo|2025-03-08").deleteDay("demo|2026-11-21").deleteDay("demo|2019-01-01");

    assertThat(figures().total().views()).isEqualTo(1);
    assertThat(figures().today().views()).isEqualTo(1);
    assertThat(tester.day("demo", "2025-03-08").sums()).isEqualTo(DaySums.ZERO);
    assertThat(tester.day("demo", "2025-03-08").ledger()).isEqualTo(Ledger.EMPTY);
  }

  @Test
  void importedYearsInAnyOrderDoNotChangeToday() {
    tester.send(Events.view(NOON).by(1));
    for (int month = 1; month <= 12; month++) {
      tester.importDays(day(LocalDate.of(2025, 13 - month, 1), 10));
      tester.importDays(day(LocalDate.of(2024, month, 28), 1));
    }
    for (int month = 10; month >= 1; month--) {
      tester.importDays(day(LocalDate.of(2026, month, 15), 100));
    }
    tester.importDays(day(TODAY.minusDays(1), 7));

    assertThat(figures().today().views()).isEqualTo(1);
    assertThat(figures().yesterday().views()).isEqualTo(7);
    assertThat(figures().month().views()).isEqualTo(8);
    assertThat(figures().year().views()).isEqualTo(1008);
    assertThat(figures().total().views()).isEqualTo(1008 + 120 + 12);
  }

  @Test
  void unreadableRecordsAndFutureDaysAreRejected() {
    tester.sendText(Topics.IMPORTED_DAYS, "demo|2025-03-08", "{");
    tester.sendText(Topics.IMPORTED_DAYS, "not a day key", "");
    tester.importDays("demo|2025-03-09", day(LAST_YEAR, 900));
    tester.importDays(day(TODAY.plusDays(2), 900));

    assertThat(tester.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly(
            Reason.UNREADABLE, Reason.UNREADABLE, Reason.UNREADABLE, Reason.FROM_THE_FUTURE);
    assertThat(tester.days()).isEmpty();
  }

  private CounterFigures figures() {
    var site = Site.of("demo", Site.DEFAULT_ZONE);
    return CounterFigures.at(
        tester.counters("demo"), site, tester.now().plus(Duration.ofMillis(1)));
  }

  private static ImportedDay day(LocalDate day, long views) {
    return new ImportedDay(1, "demo", day, sums(views), ledger(views), false, "sổ cũ", "an");
  }

  private static DaySums sums(long views) {
    return new DaySums(views, views / 2, views / 3, views * 1000);
  }

  private static Ledger ledger(long views) {
    return new Ledger(views, views, 0, 0, 0, Map.of(), 0);
  }
}
