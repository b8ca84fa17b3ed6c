package io.sitepulse.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months of a site in a row. */
class MonthRangeTest {
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Test
  void monthsInARowAreOneRunAndTheLatestRunComesFirst() {
    var runs =
        MonthRange.joined(List.of(month("b", 0), month("a", 3), month("a", 1), month("a", 0)));
    assertThat(runs)
        .containsExactly(
            month("a", 3), new MonthRange("a", JANUARY, JANUARY.plusMonths(1)), month("b", 0));
  }

  @Test
  void aRunIsOfAYearAtMost() {
    var months = IntStream.range(0, 30).mapToObj(i -> month("a", i)).toList();
    assertThat(MonthRange.joined(months)).extracting(MonthRange::months).containsExactly(6, 12, 12);
    assertThatThrownBy(() -> new MonthRange("a", JANUARY, JANUARY.plusMonths(12)))
        .hasMessage("a run must be of 1 to 12 months");
    assertThatThrownBy(() -> new MonthRange("a", JANUARY, JANUARY.minusMonths(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRunGoesFromItsFirstMonthsFirstDayToItsLastMonthsLast() {
    var run = new MonthRange("a", JANUARY, JANUARY.plusMonths(1));
    assertThat(run.from()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(run.to()).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(run.months()).isEqualTo(2);
  }

  private static MonthRange month(String site, int index) {
    return MonthRange.of(site, JANUARY.plusMonths(index));
  }
}
