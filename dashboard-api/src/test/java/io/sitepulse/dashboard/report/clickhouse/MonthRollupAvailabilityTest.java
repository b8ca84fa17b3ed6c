package io.sitepulse.dashboard.report.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.period.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of a range that is read from month rollups. */
class MonthRollupAvailabilityTest {
  @ParameterizedTest
  @CsvSource({
    "2026, '', 2026-01-01..2026-12-31",
    "2026-02, '', 2026-02-01..2026-02-28",
    "2026-02-01..2026-02-27, '', none",
    "2026-02-02..2026-03-31, '', 2026-03-01..2026-03-31",
    "2026-01-15..2026-11-22, '', 2026-02-01..2026-10-31",
    "2026-01-15..2026-02-20, '', none",
    "2026, 2026-12, 2026-01-01..2026-11-30",
    "2026, 2026-01, 2026-02-01..2026-12-31",
    "2026, 2026-05, 2026-06-01..2026-12-31",
    "2026, 2026-07, 2026-01-01..2026-06-30",
    "2026, 2026-04 2026-09, 2026-05-01..2026-08-31",
    "2026-Q1, 2026-02, 2026-01-01..2026-01-31",
    "2026-02, 2026-02, none",
    "2025-12-01..2026-01-31, '', 2025-12-01..2026-01-31",
    "2026-01-05..2026-01-05, '', none"
  })
  void findsTheLongestRunOfWholeMonthsThatAreNotStale(String range, String stale, String expected) {
    Set<YearMonth> without =
        Arrays.stream(stale.split(" "))
            .filter(text -> !text.isEmpty())
            .map(YearMonth::parse)
            .collect(Collectors.toSet());
    String found =
        MonthRollupAvailability.whole(Period.parse(range), without)
            .map(period -> period.from() + ".." + period.to())
            .orElse("none");
    assertThat(found).isEqualTo(expected);
  }
}
