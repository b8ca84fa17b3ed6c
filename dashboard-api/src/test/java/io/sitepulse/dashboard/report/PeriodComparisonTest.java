package io.sitepulse.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change is about sites that were counted in both periods. */
class PeriodComparisonTest {
  private static final PeriodResponse YEAR =
      PeriodResponse.of(Period.parse("2025-01-01..2025-11-30"));
  private static final LocalDate OCTOBER = LocalDate.parse("2025-10-01");
  private static final PeriodComparison OLD = of(120, 100, LocalDate.parse("2025-01-01"));

  @Test
  void aSiteThatWasCountedThroughoutHasAChange() {
    assertThat(OLD.change().visits()).isCloseTo(0.2, within(1e-9));
    assertThat(OLD.countedFrom()).isNull();
  }

  @Test
  void aSiteThatWasCountedInPartSaysSinceWhen() {
    var young = of(1000, 90, OCTOBER);
    assertThat(young.change()).isEqualTo(RelativeChange.NONE);
    assertThat(young.countedFrom()).isEqualTo(OCTOBER);
    assertThat(young.before()).isEqualTo(sums(90));
  }

  @Test
  void aSiteThatWasNotCountedHadNotNone() {
    var first = LocalDate.parse("2026-02-01");
    assertThat(of(5, 0, first).before()).isNull();
    assertThat(of(5, 0, first).countedFrom()).isEqualTo(first);
    assertThat(of(5, 0, null).before()).isNull();
  }

  @Test
  void aSumHasTheChangeOfTheSameSites() {
    var sum = PeriodComparison.sum(List.of(OLD, of(1000, 90, OCTOBER), of(5, 0, null)));
    assertThat(sum.now()).isEqualTo(sums(1125));
    assertThat(sum.before()).isEqualTo(sums(190));
    assertThat(sum.change()).isEqualTo(OLD.change());
    assertThat(sum.countedFrom()).isNull();
  }

  @Test
  void aSumOfYoungSitesSaysSinceWhen() {
    var sum =
        PeriodComparison.sum(
            List.of(of(7, 3, OCTOBER), of(7, 3, LocalDate.parse("2025-11-02")), of(5, 0, null)));
    assertThat(sum.change()).isEqualTo(RelativeChange.NONE);
    assertThat(sum.countedFrom()).isEqualTo(OCTOBER);
  }

  private static PeriodComparison of(long now, long before, @Nullable LocalDate first) {
    return PeriodComparison.of(sums(now), sums(before), YEAR, first);
  }

  private static DaySums sums(long visits) {
    return new DaySums(visits, visits, visits, visits);
  }
}
