package io.sitepulse.contract.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22, 2026-11-22, 2026-11-21, 2025-11-22",
    "2026-W47, 2026-11-16, 2026-11-22, 2026-W46, 2025-W47",
    "2026-W53, 2026-12-28, 2027-01-03, 2026-W52, 2026-W01",
    "2026-W01, 2025-12-29, 2026-01-04, 2025-W52, 2025-W01",
    "2024-02, 2024-02-01, 2024-02-29, 2024-01, 2023-02",
    "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4, 2025-Q1",
    "2026-Q4, 2026-10-01, 2026-12-31, 2026-Q3, 2025-Q4",
    "2026-H2, 2026-07-01, 2026-12-31, 2026-H1, 2025-H2",
    "2026, 2026-01-01, 2026-12-31, 2025, 2025",
    "2026-03-01..2026-03-10, 2026-03-01, 2026-03-10, 2026-02-19..2026-02-28, 2025-03-01..2025-03-10",
    "2025-02-01..2025-02-28, 2025-02-01, 2025-02-28, 2025-01-01..2025-01-31, 2024-02-01..2024-02-29",
    "2024-01-01..2024-02-29, 2024-01-01, 2024-02-29, 2023-11-01..2023-12-31, 2023-01-01..2023-02-28",
    "2024-02-10..2024-02-29, 2024-02-10, 2024-02-29, 2024-01-21..2024-02-09, 2023-02-10..2023-02-28",
    "2024-02-29..2024-03-05, 2024-02-29, 2024-03-05, 2024-02-23..2024-02-28, 2023-03-01..2023-03-05",
    "2020-W53, 2020-12-28, 2021-01-03, 2020-W52, 2020-W01",
    "2021-W10, 2021-03-08, 2021-03-14, 2021-W09, 2020-W11"
  })
  void eachKindHasItsDaysAndItsPrecedingPeriod(
      String text, LocalDate from, LocalDate to, String previous, String yearBefore) {
    Period period = Period.parse(text);

    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period).hasToString(text);
    assertThat(period.previous()).hasToString(previous);
    assertThat(period.yearBefore()).hasToString(yearBefore);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-13",
        "2026-W54",
        "2025-W53",
        "2026-W00",
        "2026-Q5",
        "2026-H3",
        "2026-02-30",
        "2026-03-10..2026-03-01",
        "2000-01-01..2026-01-01"
      })
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> Period.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("period must be");
  }

  @Test
  void refusesNull() {
    assertThatThrownBy(() -> Period.parse(null)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // A current period: the same number of days.
    "2026-11, year, 2025-11-01..2025-11-22",
    "2026-11, previous, 2026-10-01..2026-10-22",
    "2026, year, 2025-01-01..2025-11-22",
    "2026, previous, 2025-01-01..2025-11-22",
    "2026-Q4, previous, 2026-07-01..2026-08-22",
    // A period that is over: the whole other period.
    "2026-10, year, 2025-10",
    "2026-10, previous, 2026-09",
    "2026-W47, year, 2025-W47",
    "2026-11-22, previous, 2026-11-21",
  })
  void comparesACurrentPeriodWithTheSameNumberOfDays(String text, String comparison, String days) {
    var compared = Period.parse(text).comparedBy(Comparison.parse(comparison), TODAY);

    assertThat(compared).hasValueSatisfying(period -> assertThat(period).hasToString(days));
  }

  @Test
  void comparesTheFirstOfMarchWithTheFirstOfMarchInLeapYears() {
    var compared =
        Period.parse("2025").comparedBy(Comparison.YEAR, LocalDate.of(2025, 3, 1)).orElseThrow();

    assertThat(compared.to()).isEqualTo(LocalDate.of(2024, 3, 1));
  }

  @Test
  void theLeapDayAloneHasNoCounterpartInTheYearBefore() {
    assertThat(Period.parse("2024-02-29").comparedBy(Comparison.YEAR, TODAY)).isEmpty();
    assertThat(Period.parse("2024-02-29").comparedBy(Comparison.PREVIOUS, TODAY))
        .hasValueSatisfying(period -> assertThat(period).hasToString("2024-02-28"));
  }

  @Test
  void comparesWithAWholeShorterMonth() {
    var compared =
        Period.parse("2026-03")
            .comparedBy(Comparison.PREVIOUS, LocalDate.of(2026, 3, 30))
            .orElseThrow();

    assertThat(compared).hasToString("2026-02");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, 2026-11-30, previous, 2026-10-01..2026-10-30",
    "2026-11, 2026-12-01, previous, 2026-10",
    "2025-02, 2025-02-28, year, 2024-02-01..2024-02-28",
    "2025-02, 2025-03-01, year, 2024-02",
    "2024-02, 2024-02-29, year, 2023-02",
    "2026-11, 2026-11-30, year, 2025-11",
    "2026-11-30, 2026-11-30, year, 2025-11-30",
    "2026-W48, 2026-11-29, year, 2025-W48",
  })
  void aPeriodRunsUntilItsLastDayIsOver(
      String text, LocalDate today, String comparison, String days) {
    var compared = Period.parse(text).comparedBy(Comparison.parse(comparison), today);

    assertThat(compared).hasValueSatisfying(period -> assertThat(period).hasToString(days));
  }

  @Test
  void aFuturePeriodHasNoComparison() {
    assertThat(Period.parse("2027").begun(TODAY)).isEmpty();
    assertThat(Period.parse("2027").comparedBy(Comparison.YEAR, TODAY)).isEmpty();
    assertThat(Period.parse("2026").comparedBy(Comparison.NONE, TODAY)).isEmpty();
  }

  @Test
  void aDayIsInOnePeriodOfEachKind() {
    assertThat(Period.of(PeriodKind.WEEK, TODAY)).hasToString("2026-W47");
    assertThat(Period.of(PeriodKind.QUARTER, TODAY)).hasToString("2026-Q4");
    assertThat(Period.of(PeriodKind.HALF_YEAR, TODAY)).hasToString("2026-H2");
    assertThat(Period.of(PeriodKind.MONTH, TODAY)).hasToString("2026-11");
    assertThat(Period.of(PeriodKind.YEAR, TODAY)).hasToString("2026");
  }
}
