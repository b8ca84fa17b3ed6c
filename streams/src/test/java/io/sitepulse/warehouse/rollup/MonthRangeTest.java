package io.sitepulse.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthRangeTest {
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Test
  void consecutiveMonthsAreJoinedAndTheLatestComeFirst() {
    var ranges =
        MonthRange.join(List.of(month("b", 0), month("a", 3), month("a", 1), month("a", 0)));
    assertThat(ranges)
        .containsExactly(
            month("a", 3), new MonthRange("a", JANUARY, JANUARY.plusMonths(1)), month("b", 0));
  }

  @Test
  void aRangeHasAtMostAYear() {
    var months = IntStream.range(0, 30).mapToObj(i -> month("a", i)).toList();
    assertThat(MonthRange.join(months)).extracting(MonthRange::months).containsExactly(6, 12, 12);
    assertThatThrownBy(() -> new MonthRange("a", JANUARY, JANUARY.plusMonths(12)))
        .hasMessage("a range must have 1 to 12 months");
    assertThatThrownBy(() -> new MonthRange("a", JANUARY, JANUARY.minusMonths(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRangeCoversAllDaysOfItsMonths() {
    var range = new MonthRange("a", JANUARY, JANUARY.plusMonths(1));
    assertThat(range.from()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(range.to()).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(range.months()).isEqualTo(2);
  }

  private static MonthRange month(String site, int index) {
    return MonthRange.of(site, JANUARY.plusMonths(index));
  }
}
