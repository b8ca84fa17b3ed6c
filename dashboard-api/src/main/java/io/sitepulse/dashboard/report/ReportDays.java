package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days a question is about, as of a local day.
 *
 * @param asked the period
 * @param today the latest local day that has begun at any of the sites
 */
public record ReportDays(Period asked, Comparison comparison, LocalDate today) {
  /** Its days until today; empty if none has begun. */
  public Optional<Period> begun() {
    return asked.begun(today);
  }

  /** The days they are held against; empty if none are. */
  public Optional<Period> compared() {
    return asked.comparedBy(comparison, today);
  }

  /** Whether today is one of them. */
  public boolean isLive() {
    return asked.contains(today);
  }

  /**
   * The day that one of the days begun stands beside. Against the year before that is the same
   * date, so that 1 March stands beside 1 March whatever February had; 29 February stands alone.
   * Otherwise it is the day of the same number.
   */
  public @Nullable LocalDate comparisonDay(LocalDate day) {
    Period other = compared().orElse(null);
    if (other == null) {
      return null;
    }
    LocalDate beside =
        isByDate()
            ? day.minusYears(1)
            : other.from().plusDays(day.toEpochDay() - asked.from().toEpochDay());
    boolean isSameDate = !isByDate() || beside.getDayOfMonth() == day.getDayOfMonth();
    return isSameDate && other.contains(beside) ? beside : null;
  }

  private boolean isByDate() {
    return comparison == Comparison.YEAR && asked.kind() != PeriodKind.WEEK;
  }
}
