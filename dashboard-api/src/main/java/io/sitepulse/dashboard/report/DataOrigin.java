package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a period come from.
 *
 * @param importedViews page views of closed days that were brought in without their events
 * @param firstDays the first day with figures by site id, of its predecessors too. A site without
 *     figures is missing
 * @param publicTotal what counters show at the end of the period. Null if it has not begun
 * @param baselineChanges all changes of the baselines of these sites, the oldest first
 */
public record DataOrigin(
    long importedViews,
    Map<String, LocalDate> firstDays,
    @Nullable PublicTotal publicTotal,
    List<Overview.BaselineChange> baselineChanges) {
  public DataOrigin {
    firstDays = Map.copyOf(firstDays);
    baselineChanges = List.copyOf(baselineChanges);
  }

  /**
   * The public total of all sites at the end of a day.
   *
   * @param until that day
   * @param baseline sum of the baselines until then
   * @param days sum of all days until then
   * @param later names of sites whose baseline ends after that day. It is not in the sum
   */
  public record PublicTotal(LocalDate until, DaySums baseline, DaySums days, List<String> later) {
    public PublicTotal {
      later = List.copyOf(later);
    }

    /** The sum of baseline and days. */
    public DaySums total() {
      return baseline.plus(days);
    }
  }
}
