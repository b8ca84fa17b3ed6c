package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import org.jspecify.annotations.Nullable;

/**
 * The figures of some days.
 *
 * @param views page views
 * @param visits visits
 * @param visitors visitors of each day, summed; over more than one day, or site, never people
 * @param engagedMs engaged time in milliseconds
 * @param peakOnline null where it is not known: of several sites, of some visits only, of days
 *     before sitepulse
 */
public record PeriodTotals(
    long views,
    long visits,
    long visitors,
    long engagedMs,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Peak peakOnline) {
  /** Sums with a peak. */
  public static PeriodTotals of(DaySums sums, @Nullable Peak peak) {
    return new PeriodTotals(sums.views(), sums.visits(), sums.visitors(), sums.engagedMs(), peak);
  }

  /** Without the peak. */
  public DaySums sums() {
    return new DaySums(views, visits, visitors, engagedMs);
  }
}
