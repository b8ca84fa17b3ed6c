package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a period and of the days compared.
 *
 * @param before sums of the compared days. Null if there are none, if nothing was counted on them
 *     yet, or if ClickHouse is unavailable
 * @param change of the sites that were counted on all compared days, as the review has it
 * @param countedFrom the first day with figures, if no site was counted on all compared days
 */
public record PeriodComparison(
    DaySums now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable DaySums before,
    RelativeChange change,
    @Nullable LocalDate countedFrom) {
  /**
   * Compares the sums of a site.
   *
   * @param compared the compared days. Null if there are none or their sums are unknown
   * @param firstDay the first day with figures of the site. Null if it has none
   */
  public static PeriodComparison of(
      DaySums now,
      @Nullable DaySums before,
      @Nullable PeriodResponse compared,
      @Nullable LocalDate firstDay) {
    if (before == null || compared == null || compared.isCovered(firstDay)) {
      return new PeriodComparison(now, before, RelativeChange.of(now, before), null);
    }
    return new PeriodComparison(
        now, compared.isUncounted(firstDay) ? null : before, RelativeChange.NONE, firstDay);
  }

  /** Adds comparisons of sites up. */
  public static PeriodComparison sum(Collection<PeriodComparison> sites) {
    var same = sites.stream().filter(PeriodComparison::isCovered).toList();
    return new PeriodComparison(
        sites.stream().map(PeriodComparison::now).reduce(DaySums.ZERO, DaySums::plus),
        before(sites),
        RelativeChange.of(
            same.stream().map(PeriodComparison::now).reduce(DaySums.ZERO, DaySums::plus),
            before(same)),
        same.isEmpty()
            ? sites.stream()
                .map(PeriodComparison::countedFrom)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null)
            : null);
  }

  private boolean isCovered() {
    return before != null && countedFrom == null;
  }

  private static @Nullable DaySums before(Collection<PeriodComparison> sites) {
    return sites.stream()
        .map(PeriodComparison::before)
        .filter(Objects::nonNull)
        .reduce(DaySums::plus)
        .orElse(null);
  }
}
