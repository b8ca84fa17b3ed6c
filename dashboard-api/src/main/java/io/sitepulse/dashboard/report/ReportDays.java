package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days of a report and those compared, as of a local day.
 *
 * @param period the requested period
 * @param today the latest local day that has begun at any of the sites
 */
public record ReportDays(Period period, Comparison comparison, LocalDate today) {
  /** The days of the period until today. Empty if none has begun. */
  public Optional<Period> begun() {
    return period.begun(today);
  }

  /** The days to compare with. Empty if there are none. */
  public Optional<Period> compared() {
    return period.comparedBy(comparison, today);
  }

  /** True if the period contains today. */
  public boolean isLive() {
    return period.contains(today);
  }

  /**
   * The day that a day of the period is compared with. In the year before it is the same date, so
   * that 1 March is compared with 1 March also in a leap year. 29 February has none. In the period
   * before it is the day at the same position. Null if there is none.
   */
  public @Nullable LocalDate comparisonDay(LocalDate day) {
    Period other = compared().orElse(null);
    if (other == null) {
      return null;
    }
    LocalDate beside =
        isByDate()
            ? day.minusYears(1)
            : other.from().plusDays(day.toEpochDay() - period.from().toEpochDay());
    boolean isSameDate = !isByDate() || beside.getDayOfMonth() == day.getDayOfMonth();
    return isSameDate && other.contains(beside) ? beside : null;
  }

  private boolean isByDate() {
    return comparison == Comparison.YEAR && period.kind() != PeriodKind.WEEK;
  }
}
