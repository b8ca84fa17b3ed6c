package io.sitepulse.streams.rollup;

import io.sitepulse.contract.Check;
import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Days of a site in a row, recomputed in one statement. All of one month, which is one partition of
 * the table: so whoever reads sees all of the new rows or none.
 *
 * @param site site id
 * @param from first local day
 * @param to last local day
 */
record DayRun(String site, LocalDate from, LocalDate to) {
  private static final Comparator<DayKey> BY_SITE_AND_DAY =
      Comparator.comparing(DayKey::site).thenComparing(DayKey::day);

  DayRun {
    Site.checkId(site);
    Check.present(from, "from");
    Check.present(to, "to");
    if (to.isBefore(from) || !YearMonth.from(from).equals(YearMonth.from(to))) {
      throw new IllegalArgumentException("a run must go forward within one month");
    }
  }

  static DayRun of(DayKey day) {
    return new DayRun(day.site(), day.day(), day.day());
  }

  /** How many days. */
  int days() {
    return to.getDayOfMonth() - from.getDayOfMonth() + 1;
  }

  /** Runs of days, as long as they can be; those with the latest days first. */
  static List<DayRun> of(List<DayKey> days) {
    var runs = new ArrayList<DayRun>();
    for (DayKey day : days.stream().sorted(BY_SITE_AND_DAY).toList()) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).isFollowedBy(day)) {
        runs.set(last, new DayRun(day.site(), runs.get(last).from, day.day()));
      } else {
        runs.add(of(day));
      }
    }
    runs.sort(Comparator.comparing(DayRun::to).reversed());
    return runs;
  }

  private boolean isFollowedBy(DayKey day) {
    return site.equals(day.site())
        && day.day().equals(to.plusDays(1))
        && YearMonth.from(day.day()).equals(YearMonth.from(to));
  }

  /**
   * This in pieces of so many events at most, or of one day.
   *
   * @param events of each day; a day that is missing has none
   */
  List<DayRun> pieces(Map<LocalDate, Long> events, long most) {
    var pieces = new ArrayList<DayRun>();
    LocalDate begin = from;
    long held = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      long more = events.getOrDefault(day, 0L);
      if (held + more > most && day.isAfter(begin)) {
        pieces.add(new DayRun(site, begin, day.minusDays(1)));
        begin = day;
        held = 0;
      }
      held += more;
    }
    pieces.add(new DayRun(site, begin, to));
    return pieces;
  }
}
