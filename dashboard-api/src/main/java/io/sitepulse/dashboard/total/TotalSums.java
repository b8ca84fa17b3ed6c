package io.sitepulse.dashboard.total;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Baseline;
import org.jspecify.annotations.Nullable;

/**
 * The sums that counters show. A difference of sums may be negative.
 *
 * @param views page views
 * @param visits visits
 * @param visitors sum of the daily visitors
 */
record TotalSums(long views, long visits, long visitors) {
  static final TotalSums ZERO = new TotalSums(0, 0, 0);

  static TotalSums of(DaySums sums) {
    return new TotalSums(sums.views(), sums.visits(), sums.visitors());
  }

  static TotalSums of(@Nullable Baseline baseline) {
    return baseline == null
        ? ZERO
        : new TotalSums(baseline.views(), baseline.visits(), baseline.visitors());
  }

  TotalSums plus(TotalSums other) {
    return new TotalSums(views + other.views, visits + other.visits, visitors + other.visitors);
  }

  TotalSums minus(TotalSums other) {
    return new TotalSums(views - other.views, visits - other.visits, visitors - other.visitors);
  }
}
