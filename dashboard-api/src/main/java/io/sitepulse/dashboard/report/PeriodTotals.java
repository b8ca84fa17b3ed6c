package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Totals of some days.
 *
 * @param views page views
 * @param visits visits
 * @param visitors sum of the distinct visitors of each day and site, not distinct people
 * @param engagedMs engaged time in milliseconds
 * @param peakOnline the most visitors online at once. Null if unknown: for several sites, filtered
 *     visits and imported days
 */
public record PeriodTotals(
    long views,
    long visits,
    long visitors,
    long engagedMs,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Peak peakOnline) {
  /**
   * The most visitors online at once.
   *
   * @param count number of visitors
   * @param at start of the minute, the first of several
   */
  public record Peak(long count, Instant at) {}

  /** Totals from sums and a peak. */
  public static PeriodTotals of(DaySums sums, @Nullable Peak peak) {
    return new PeriodTotals(sums.views(), sums.visits(), sums.visitors(), sums.engagedMs(), peak);
  }

  /** The sums alone. */
  public DaySums sums() {
    return new DaySums(views, visits, visitors, engagedMs);
  }
}
