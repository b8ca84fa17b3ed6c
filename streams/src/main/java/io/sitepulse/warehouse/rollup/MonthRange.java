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
 * Months of a site in a row, summed up in one statement.
 *
 * @param site site id
 * @param first month
 * @param last month
 */
record MonthRange(String site, YearMonth first, YearMonth last) {
  /** As many as a {@link DayRange} has, and for the same reason. */
  static final int MOST_MONTHS = 12;

  private static final Comparator<MonthRange> BY_SITE_AND_MONTH =
      Comparator.comparing(MonthRange::site).thenComparing(MonthRange::first);

  MonthRange {
    Site.checkId(site);
    Require.present(first, "first");
    Require.present(last, "last");
    if (last.isBefore(first) || !last.isBefore(first.plusMonths(MOST_MONTHS))) {
      throw new IllegalArgumentException("a run must be of 1 to " + MOST_MONTHS + " months");
    }
  }

  static MonthRange of(String site, YearMonth month) {
    return new MonthRange(site, month, month);
  }

  /** These as runs that are as long as they can be; those with the latest months first. */
  static List<MonthRange> joined(List<MonthRange> months) {
    var runs = new ArrayList<MonthRange>();
    for (MonthRange next : months.stream().sorted(BY_SITE_AND_MONTH).toList()) {
      int end = runs.size() - 1;
      if (end >= 0 && runs.get(end).isFollowedBy(next)) {
        runs.set(end, new MonthRange(next.site, runs.get(end).first, next.last));
      } else {
        runs.add(next);
      }
    }
    runs.sort(Comparator.comparing(MonthRange::last).reversed());
    return runs;
  }

  private boolean isFollowedBy(MonthRange next) {
    return site.equals(next.site)
        && next.first.equals(last.plusMonths(1))
        && next.last.isBefore(first.plusMonths(MOST_MONTHS));
  }

  /** How many months. */
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
