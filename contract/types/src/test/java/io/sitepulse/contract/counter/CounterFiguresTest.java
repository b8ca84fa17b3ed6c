package io.sitepulse.contract.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CounterFiguresTest {
  private static final Site HANOI = Site.of("demo", Site.DEFAULT_ZONE);
  private static final Site NEW_YORK = Site.of("demo", ZoneId.of("America/New_York"));

  @Test
  void todayIsZeroAfterLocalMidnightWithoutAnEvent() {
    Instant last = Instant.parse("2026-11-21T16:59:59.999Z");
    SiteCounters counters = views("2026-11-21", 708, last);

    assertThat(CounterFigures.at(counters, HANOI, last).today().views()).isEqualTo(708);
    CounterFigures after = CounterFigures.at(counters, HANOI, last.plusMillis(1));

    assertThat(after.today().views()).isZero();
    assertThat(after.yesterday().views()).isEqualTo(708);
    assertThat(after.total().views()).isEqualTo(708);
  }

  @Test
  void theDayIsThatOfTheSitesZone() {
    Instant instant = Instant.parse("2026-11-21T04:59:59Z");
    assertThat(CounterFigures.at(SiteCounters.none("demo"), NEW_YORK, instant).day())
        .isEqualTo("2026-11-20");
    assertThat(CounterFigures.at(SiteCounters.none("demo"), HANOI, instant).day())
        .isEqualTo("2026-11-21");
  }

  @Test
  void theWeekBeginsOnMonday() {
    Instant sunday = Instant.parse("2026-11-22T05:00:00Z");
    SiteCounters counters = views("2026-11-15", 1, sunday);
    counters = add(counters, "2026-11-16", 10, sunday);
    counters = add(counters, "2026-11-22", 100, sunday);

    assertThat(CounterFigures.at(counters, HANOI, sunday).week().views()).isEqualTo(110);
    Instant monday = Instant.parse("2026-11-22T17:00:00Z");
    assertThat(CounterFigures.at(counters, HANOI, monday).week().views()).isZero();
  }

  @Test
  void monthAndYearFollowTheCalendarOfTheSite() {
    Instant newYear = Instant.parse("2026-12-31T17:00:00Z");
    SiteCounters counters = views("2026-12-31", 5, newYear.minusSeconds(1));

    CounterFigures before = CounterFigures.at(counters, HANOI, newYear.minusMillis(1));
    CounterFigures after = CounterFigures.at(counters, HANOI, newYear);

    assertThat(before.month().views()).isEqualTo(5);
    assertThat(before.year().views()).isEqualTo(5);
    assertThat(after.month().views()).isZero();
    assertThat(after.year().views()).isZero();
    assertThat(after.total().views()).isEqualTo(5);
  }

  @Test
  void theBaselineIsAddedToTheTotalOnly() {
    var baseline = new Baseline(1000, 500, 300, LocalDate.of(2026, 1, 1), "old", "an");
    var site = Site.builder().id("demo").name("Demo").baseline(baseline).build();
    Instant now = Instant.parse("2026-11-21T10:00:00Z");

    CounterFigures figures = CounterFigures.at(views("2026-11-21", 8, now), site, now);

    assertThat(figures.total()).isEqualTo(new DaySums(1008, 500, 300, 0));
    assertThat(figures.year().views()).isEqualTo(8);
  }

  @Test
  void onlineIsZeroForASnapshotOlderThanSixMinutes() {
    Instant asOf = Instant.parse("2026-11-21T10:00:00Z");
    SiteCounters counters = SiteCounters.none("demo").withOnline(9, asOf);

    assertThat(CounterFigures.at(counters, HANOI, asOf.plusSeconds(360)).online()).isEqualTo(9);
    assertThat(CounterFigures.at(counters, HANOI, asOf.plusSeconds(361)).online()).isZero();
  }

  @Test
  void aDayDroppedFromTheSnapshotStaysInTheTotal() {
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    SiteCounters counters = SiteCounters.none("demo");
    for (int day = 1; day <= 20; day++) {
      counters = add(counters, LocalDate.of(2026, 11, day).toString(), 1, now);
    }
    var late =
        counters.exchange(
            LocalDate.of(2026, 11, 1), new DaySums(1, 0, 0, 0), new DaySums(2, 0, 0, 0), now);

    assertThat(late.days())
        .hasSize(SiteCounters.DAYS_KEPT)
        .doesNotContainKey(LocalDate.of(2026, 11, 1));
    assertThat(late.total().views()).isEqualTo(21);
    assertThat(late.months().values()).containsExactly(new DaySums(21, 0, 0, 0));
  }

  private static SiteCounters views(String day, long views, Instant asOf) {
    return add(SiteCounters.none("demo"), day, views, asOf);
  }

  private static SiteCounters add(SiteCounters counters, String day, long views, Instant asOf) {
    return counters.exchange(LocalDate.parse(day), DaySums.ZERO, new DaySums(views, 0, 0, 0), asOf);
  }
}
