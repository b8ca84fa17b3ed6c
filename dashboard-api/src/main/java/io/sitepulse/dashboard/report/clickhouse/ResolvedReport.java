package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.succession.SiteSuccession;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report query with everything that depends on the time of the request, resolved once. All
 * loaders of an answer get the same one, so that the answer sees one instant.
 *
 * @param siteSet the sites to sum and the instant
 * @param succession the predecessors of sites that {@code siteSet} was resolved with
 * @param figures counters and rollups, or the raw events if visits are filtered
 * @param partOfDay the events of the compared day until the same local time, for a running day.
 *     Null if whole days are compared
 * @param today the latest local day that has begun at any of the sites
 */
record ResolvedReport(
    ReportQuery query,
    SiteSet siteSet,
    SiteSuccession succession,
    FigureSource figures,
    @Nullable FilteredFigures partOfDay,
    LocalDate today) {

  /** The requested period. */
  Period period() {
    return query.period();
  }

  /** The days of the period until today. Empty if none has begun. */
  Optional<Period> begun() {
    return period().begun(today);
  }

  /** The days to compare with. Empty if there are none. */
  Optional<Period> compared() {
    return period().comparedBy(query.comparison(), today);
  }

  /** The source of the figures of the compared days. */
  FigureSource comparedFigures() {
    return partOfDay == null ? figures : partOfDay;
  }

  /** True if the period contains today. */
  boolean isLive() {
    return period().contains(today);
  }

  /**
   * The day that a day of the period is compared with. In the year before it is the same date, so
   * that 1 March is compared with 1 March also in a leap year. 29 February has none. In the period
   * before it is the day at the same position. Null if there is none.
   */
  @Nullable LocalDate comparisonDay(LocalDate day) {
    Period other = compared().orElse(null);
    if (other == null) {
      return null;
    }
    LocalDate beside =
        isByDate()
            ? day.minusYears(1)
            : other.from().plusDays(day.toEpochDay() - period().from().toEpochDay());
    boolean isSameDate = !isByDate() || beside.getDayOfMonth() == day.getDayOfMonth();
    return isSameDate && other.contains(beside) ? beside : null;
  }

  private boolean isByDate() {
    return query.comparison() == Comparison.YEAR && period().kind() != PeriodKind.WEEK;
  }
}
