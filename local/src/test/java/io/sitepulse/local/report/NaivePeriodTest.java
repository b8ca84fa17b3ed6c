package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of production against {@link NaivePeriod}, for each period of several years. */
class NaivePeriodTest {
  private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
  private static final LocalDate LAST = LocalDate.parse("2025-12-31");

  @Test
  void everyPeriodHasTheDaysOfItsLabelAndTheRightComparisons() {
    var texts = new LinkedHashSet<String>();
    for (var label : NaivePeriod.LABELS) {
      FIRST.datesUntil(LAST.plusDays(1)).map(label).forEach(texts::add);
    }
    assertThat(texts).hasSizeGreaterThan(2_900).contains("2020-W53", "2024-02-29");
    check(texts, new Random(1));
  }

  @Test
  void freePeriodsToo() {
    var random = new Random(2);
    var texts =
        new LinkedHashSet<>(
            Set.of("2023-02-01..2024-02-29", "2024-02-29..2024-02-29", "2024-02-29..2024-03-10"));
    for (int i = 0; i < 400; i++) {
      LocalDate from = FIRST.plusDays(random.nextInt(2_000));
      texts.add(from + ".." + from.plusDays(random.nextInt(500)));
      LocalDate month = from.withDayOfMonth(1);
      texts.add(month + ".." + month.plusMonths(1 + random.nextInt(14)).minusDays(1));
    }
    check(texts, random);
  }

  private static void check(Set<String> texts, Random random) {
    for (String text : texts) {
      Period period = Period.parse(text);
      NaivePeriod naive = NaivePeriod.parse(text);
      assertThat(text(period)).isEqualTo(text(naive));
      int length = naive.days();
      for (LocalDate today :
          List.of(
              naive.from().minusDays(1),
              naive.from(),
              naive.from().plusDays(random.nextInt(length)),
              naive.from().plusDays(random.nextInt(length)),
              naive.to(),
              naive.to().plusDays(1))) {
        assertThat(period.begun(today).map(NaivePeriodTest::text))
            .as(text + " at " + today)
            .isEqualTo(naive.begun(today).map(NaivePeriodTest::text));
        for (Comparison comparison : Comparison.values()) {
          assertThat(period.comparedBy(comparison, today).map(NaivePeriodTest::text))
              .as(text + " " + comparison + " at " + today)
              .isEqualTo(naive.compared(comparison, today).map(NaivePeriodTest::text));
        }
      }
    }
  }

  private static String text(Period period) {
    return period + " " + period.from() + " " + period.to();
  }

  private static String text(NaivePeriod period) {
    return period + " " + period.from() + " " + period.to();
  }

  /** Written by hand from the rules. */
  @ParameterizedTest
  @CsvSource({
    "2024-02-29, year, 2024-03-01,",
    "2024-02-29..2024-03-10, year, 2024-02-29,",
    "2024-02-29..2024-03-10, year, 2024-03-01, 2023-03-01 2023-03-01",
    "2016-W09, year, 2016-02-29, 2015-03-02 2015-03-02",
    "2025-02, year, 2025-03-01, 2024-02-01 2024-02-29",
    "2025-02-01..2025-02-28, year, 2025-03-01, 2024-02-01 2024-02-29",
    "2024-02, year, 2024-02-29, 2023-02-01 2023-02-28",
    "2024-02, year, 2024-02-28, 2023-02-01 2023-02-28",
    "2025-02, year, 2025-02-10, 2024-02-01 2024-02-10",
    "2020-W53, year, 2021-02-01, 2019-12-30 2020-01-05",
    "2021-W10, year, 2021-04-01, 2020-03-09 2020-03-15",
    "2021-W10, year, 2021-03-10, 2020-03-09 2020-03-11",
    "2021-W01, previous, 2021-04-01, 2020-12-28 2021-01-03",
    "2025, year, 2026-01-01, 2024-01-01 2024-12-31",
    "2024, year, 2024-02-29, 2023-01-01 2023-02-28",
    "2026-H1, previous, 2026-02-14, 2025-07-01 2025-08-14",
    "2026-03, previous, 2026-03-31, 2026-02-01 2026-02-28",
    "2026-11-22, year, 2026-11-22, 2025-11-22 2025-11-22",
  })
  void comparisonsAreThoseOfTheRules(
      String text, String comparison, LocalDate today, String expected) {
    Optional<String> found =
        Period.parse(text)
            .comparedBy(Comparison.parse(comparison), today)
            .map(other -> other.from() + " " + other.to());
    assertThat(found).isEqualTo(Optional.ofNullable(expected));
  }
}
