package io.sitepulse.warehouse.rollup;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Consecutive months of a site whose totals are recomputed in one statement.
 *
 * @param site site id
 * @param first first month
 * @param last last month
 */
record MonthRange(String site, YearMonth first, YearMonth last) {
  /** Longest range, for the same reason as in {@link DayRange}. */
  static final int MAX_MONTHS = 12;

  private static final Comparator<MonthRange> BY_SITE_AND_MONTH =
      Comparator.comparing(MonthRange::site).thenComparing(MonthRange::first);

  MonthRange {
    Site.checkId(site);
    Require.present(first, "first");
    Require.present(last, "last");
    if (last.isBefore(first) || !last.isBefore(first.plusMonths(MAX_MONTHS))) {
      throw new IllegalArgumentException("a range must have 1 to " + MAX_MONTHS + " months");
    }
  }

  static MonthRange of(String site, YearMonth month) {
    return new MonthRange(site, month, month);
  }

  /** Joins ranges into ones that are as long as possible, those with the latest months first. */
  static List<MonthRange> join(List<MonthRange> months) {
    var ranges = new ArrayList<MonthRange>();
    for (MonthRange next : months.stream().sorted(BY_SITE_AND_MONTH).toList()) {
      int end = ranges.size() - 1;
      if (end >= 0 && ranges.get(end).isFollowedBy(next)) {
        ranges.set(end, new MonthRange(next.site, ranges.get(end).first, next.last));
      } else {
        ranges.add(next);
      }
    }
    ranges.sort(Comparator.comparing(MonthRange::last).reversed());
    return ranges;
  }

  private boolean isFollowedBy(MonthRange next) {
    return site.equals(next.site)
        && next.first.equals(last.plusMonths(1))
        && next.last.isBefore(first.plusMonths(MAX_MONTHS));
  }

  /** Number of months. */
  int months() {
    return Math.toIntExact(ChronoUnit.MONTHS.between(first, last)) + 1;
  }

  LocalDate from() {
    return first.atDay(1);
  }

  LocalDate to() {
    return last.atEndOfMonth();
  }
}
