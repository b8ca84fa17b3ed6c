package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.succession.SiteSuccession;
import java.time.Instant;
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
 * @param comparedFigures those of the days to compare with. Null if there are none
 * @param today the latest local day that has begun at any of the sites
 */
record ResolvedReport(
    ReportQuery query,
    SiteSet siteSet,
    SiteSuccession succession,
    FigureSource figures,
    @Nullable ComparedFigures comparedFigures,
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

  /** True if the last compared day ends at the same local time as the running one. */
  boolean isPart() {
    return comparedFigures != null && comparedFigures.isPart();
  }

  /** True if the period contains today. */
  boolean isLive() {
    return period().contains(today);
  }

  /** The day that a day of the period is compared with. Null if there is none. */
  @Nullable LocalDate comparisonDay(LocalDate day) {
    return comparisonEnd(period(), query.comparison(), today, siteSet.now())
        .map(end -> end.beside(day))
        .orElse(null);
  }

  /** The end of the days that a period is compared with. Empty if there are none. */
  static Optional<ComparedFigures.End> comparisonEnd(
      Period period, Comparison comparison, LocalDate today, Instant now) {
    return period
        .comparedBy(comparison, today)
        .map(compared -> new ComparedFigures.End(period, comparison, compared, now));
  }
}
