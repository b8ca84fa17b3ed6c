package io.sitepulse.warehouse.rollup;

import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Days of a site in a row, recomputed in one statement. A day lies in one partition of the table,
 * so whoever reads sees all of its new rows or none. A statement costs some tenths of a second
 * however little it reads, so runs are long.
 *
 * @param site site id
 * @param from first local day
 * @param to last local day
 */
record DayRange(String site, LocalDate from, LocalDate to) {
  /** Thirteen months, each a partition; ClickHouse lets one statement write to 100. */
  static final int MOST_DAYS = 366;

  private static final Comparator<DayKey> BY_SITE_AND_DAY =
      Comparator.comparing(DayKey::site).thenComparing(DayKey::day);

  DayRange {
    Site.checkId(site);
    Require.present(from, "from");
    Require.present(to, "to");
    if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1))) {
      throw new IllegalArgumentException("a run must be of 1 to " + MOST_DAYS + " days");
    }
  }

  static DayRange of(DayKey day) {
    return new DayRange(day.site(), day.day(), day.day());
  }

  /** How many days. */
  int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }

  /** Runs of days, as long as they can be; those with the latest days first. */
  static List<DayRange> of(List<DayKey> days) {
    var runs = new ArrayList<DayRange>();
    for (DayKey day : days.stream().sorted(BY_SITE_AND_DAY).toList()) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).isFollowedBy(day)) {
        runs.set(last, new DayRange(day.site(), runs.get(last).from, day.day()));
      } else {
        runs.add(of(day));
      }
    }
    runs.sort(Comparator.comparing(DayRange::to).reversed());
    return runs;
  }

  private boolean isFollowedBy(DayKey day) {
    return site.equals(day.site())
        && day.day().equals(to.plusDays(1))
        && day.day().isBefore(from.plusDays(MOST_DAYS));
  }

  /**
   * This in pieces of so many events at most, or of one day.
   *
   * @param events of each day; a day that is missing has none
   */
  List<DayRange> pieces(Map<LocalDate, Long> events, long most) {
    var pieces = new ArrayList<DayRange>();
    LocalDate begin = from;
    long held = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      long more = events.getOrDefault(day, 0L);
      if (held + more > most && day.isAfter(begin)) {
        pieces.add(new DayRange(site, begin, day.minusDays(1)));
        begin = day;
        held = 0;
      }
      held += more;
    }
    pieces.add(new DayRange(site, begin, to));
    return pieces;
  }
}
