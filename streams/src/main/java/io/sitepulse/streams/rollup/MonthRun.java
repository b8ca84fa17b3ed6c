package io.sitepulse.streams.rollup;

import io.sitepulse.contract.Check;
import io.sitepulse.contract.site.Site;
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
record MonthRun(String site, YearMonth first, YearMonth last) {
  /** As many as a {@link DayRun} has, and for the same reason. */
  static final int MOST_MONTHS = 12;

  private static final Comparator<MonthRun> BY_SITE_AND_MONTH =
      Comparator.comparing(MonthRun::site).thenComparing(MonthRun::first);

  MonthRun {
    Site.checkId(site);
    Check.present(first, "first");
    Check.present(last, "last");
    if (last.isBefore(first) || !last.isBefore(first.plusMonths(MOST_MONTHS))) {
      throw new IllegalArgumentException("a run must be of 1 to " + MOST_MONTHS + " months");
    }
  }

  static MonthRun of(String site, YearMonth month) {
    return new MonthRun(site, month, month);
  }

  /** These as runs that are as long as they can be; those with the latest months first. */
  static List<MonthRun> joined(List<MonthRun> months) {
    var runs = new ArrayList<MonthRun>();
    for (MonthRun next : months.stream().sorted(BY_SITE_AND_MONTH).toList()) {
      int end = runs.size() - 1;
      if (end >= 0 && runs.get(end).isFollowedBy(next)) {
        runs.set(end, new MonthRun(next.site, runs.get(end).first, next.last));
      } else {
        runs.add(next);
      }
    }
    runs.sort(Comparator.comparing(MonthRun::last).reversed());
    return runs;
  }

  private boolean isFollowedBy(MonthRun next) {
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
