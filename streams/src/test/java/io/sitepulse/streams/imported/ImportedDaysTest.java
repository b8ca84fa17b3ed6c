package io.sitepulse.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.Topics;
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
  void aDayOfLastYearIsInItsYearAndTheTotalAndInNobodysToday() {
    tester.take(Events.view(NOON).by(1));
    CounterFigures before = figures();

    tester.bring(day(LAST_YEAR, 900));

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
    tester.bring(day(LocalDate.of(2026, 3, 8), 900));

    assertThat(figures().year().views()).isEqualTo(900);
    assertThat(figures().today()).isEqualTo(DaySums.ZERO);
  }

  @Test
  void anImportedDayStandsBesideWhatWasCountedHere() {
    tester.take(Events.view(NOON).by(1)).bring(day(TODAY, 10)).take(Events.view(NOON).by(2));

    assertThat(figures().today().views()).isEqualTo(12);
    assertThat(tester.day("demo", "2026-11-21").ledger().received()).isEqualTo(12);
  }

  @Test
  void aLaterRecordReplacesAnEarlierOneAndTheSameAgainChangesNothing() {
    tester.bring(day(LAST_YEAR, 900), day(LAST_YEAR, 700), day(LAST_YEAR, 700));

    assertThat(tester.day("demo", "2025-03-08").sums()).isEqualTo(sums(700));
    assertThat(figures().total()).isEqualTo(sums(700));
  }

  @Test
  void noValueTakesTheDayBack() {
    tester.take(Events.view(NOON).by(1)).bring(day(LAST_YEAR, 900), day(TODAY, 5));

    tester.takeBack("demo|2025-03-08").takeBack("demo|2026-11-21").takeBack("demo|2019-01-01");

    assertThat(figures().total().views()).isEqualTo(1);
    assertThat(figures().today().views()).isEqualTo(1);
    assertThat(tester.day("demo", "2025-03-08").sums()).isEqualTo(DaySums.ZERO);
    assertThat(tester.day("demo", "2025-03-08").ledger()).isEqualTo(Ledger.EMPTY);
  }

  @Test
  void twoYearsOfDaysInAnyOrderLeaveTheFiguresOfToday() {
    tester.take(Events.view(NOON).by(1));
    for (int month = 1; month <= 12; month++) {
      tester.bring(day(LocalDate.of(2025, 13 - month, 1), 10));
      tester.bring(day(LocalDate.of(2024, month, 28), 1));
    }
    for (int month = 10; month >= 1; month--) {
      tester.bring(day(LocalDate.of(2026, month, 15), 100));
    }
    tester.bring(day(TODAY.minusDays(1), 7));

    assertThat(figures().today().views()).isEqualTo(1);
    assertThat(figures().yesterday().views()).isEqualTo(7);
    assertThat(figures().month().views()).isEqualTo(8);
    assertThat(figures().year().views()).isEqualTo(1008);
    assertThat(figures().total().views()).isEqualTo(1008 + 120 + 12);
  }

  @Test
  void whatNobodyCanReadOrHasNotComeYetIsKeptAsRejected() {
    tester.takeText(Topics.IMPORTED_DAYS, "demo|2025-03-08", "{");
    tester.takeText(Topics.IMPORTED_DAYS, "no key of a day", "");
    tester.bring("demo|2025-03-09", day(LAST_YEAR, 900));
    tester.bring(day(TODAY.plusDays(2), 900));

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
