package io.sitepulse.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.counter.DayKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayRangeTest {

  @Test
  void consecutiveDaysAreJoinedAndTheLatestComeFirst() {
    var days = days("a", "2026-11-01", "2026-10-30", "2026-10-31", "2026-11-02", "2026-11-04");

    assertThat(DayRange.of(days))
        .containsExactly(
            range("a", "2026-11-04", "2026-11-04"), range("a", "2026-10-30", "2026-11-02"));
  }

  @Test
  void daysOfTwoSitesAreNotJoined() {
    var days =
        Stream.of(days("a", "2026-11-01"), days("b", "2026-11-02")).flatMap(List::stream).toList();

    assertThat(DayRange.of(days))
        .containsExactly(
            range("b", "2026-11-02", "2026-11-02"), range("a", "2026-11-01", "2026-11-01"));
  }

  @Test
  void aRangeWithManyEventsIsSplitBetweenDays() {
    var events =
        Map.of(
            day("2026-11-01"), 60L,
            day("2026-11-02"), 40L,
            day("2026-11-04"), 500L,
            day("2026-11-05"), 1L);

    assertThat(range("a", "2026-11-01", "2026-11-05").split(events, 100))
        .containsExactly(
            range("a", "2026-11-01", "2026-11-03"),
            range("a", "2026-11-04", "2026-11-04"),
            range("a", "2026-11-05", "2026-11-05"));
  }

  @Test
  void aRangeWithFewEventsIsNotSplit() {
    var range = range("a", "2026-11-01", "2026-11-30");

    assertThat(range.split(Map.of(), 100)).containsExactly(range);
    assertThat(range.days()).isEqualTo(30);
  }

  @Test
  void aRangeHasAtMostAYear() {
    assertThatThrownBy(() -> range("a", "2025-10-31", "2026-11-01"))
        .isInstanceOf(IllegalArgumentException.class);
    var first = day("2024-01-01");
    var years = Stream.iterate(first, day -> day.plusDays(1)).limit(731);

    var ranges = DayRange.of(years.map(day -> new DayKey("a", day)).toList());

    assertThat(ranges)
        .containsExactly(
            range("a", "2025-01-01", "2025-12-31"), range("a", "2024-01-01", "2024-12-31"));
  }

  private static List<DayKey> days(String site, String... days) {
    return Stream.of(days).map(day -> new DayKey(site, day(day))).toList();
  }

  private static DayRange range(String site, String from, String to) {
    return new DayRange(site, day(from), day(to));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
