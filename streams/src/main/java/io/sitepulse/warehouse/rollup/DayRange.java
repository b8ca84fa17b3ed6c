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
 * Consecutive days of a site that are recomputed in one statement. A day lies in one partition of
 * the table, so a reader sees either all of its new rows or none. A statement takes some tenths of
 * a second however little it reads, so ranges are made as long as possible.
 *
 * @param site site id
 * @param from first local day
 * @param to last local day
 */
record DayRange(String site, LocalDate from, LocalDate to) {
  /** Longest range. It spans 13 monthly partitions. ClickHouse allows 100 in one statement. */
  static final int MAX_DAYS = 366;

  private static final Comparator<DayKey> BY_SITE_AND_DAY =
      Comparator.comparing(DayKey::site).thenComparing(DayKey::day);

  DayRange {
    Site.checkId(site);
    Require.present(from, "from");
    Require.present(to, "to");
    if (to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS - 1))) {
      throw new IllegalArgumentException("a range must have 1 to " + MAX_DAYS + " days");
    }
  }

  static DayRange of(DayKey day) {
    return new DayRange(day.site(), day.day(), day.day());
  }

  /** Number of days. */
  int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }

  /** Joins days into ranges that are as long as possible, those with the latest days first. */
  static List<DayRange> of(List<DayKey> days) {
    var ranges = new ArrayList<DayRange>();
    for (DayKey day : days.stream().sorted(BY_SITE_AND_DAY).toList()) {
      int last = ranges.size() - 1;
      if (last >= 0 && ranges.get(last).isFollowedBy(day)) {
        ranges.set(last, new DayRange(day.site(), ranges.get(last).from, day.day()));
      } else {
        ranges.add(of(day));
      }
    }
    ranges.sort(Comparator.comparing(DayRange::to).reversed());
    return ranges;
  }

  private boolean isFollowedBy(DayKey day) {
    return site.equals(day.site())
        && day.day().equals(to.plusDays(1))
        && day.day().isBefore(from.plusDays(MAX_DAYS));
  }

  /**
   * Splits this range into parts of a limited number of events. A single day is never split.
   *
   * @param events number of events of each day. A missing day has none
   * @param maxEvents limit of events in a part of several days
   */
  List<DayRange> split(Map<LocalDate, Long> events, long maxEvents) {
    var parts = new ArrayList<DayRange>();
    LocalDate begin = from;
    long eventsInPart = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      long eventsOfDay = events.getOrDefault(day, 0L);
      if (eventsInPart + eventsOfDay > maxEvents && day.isAfter(begin)) {
        parts.add(new DayRange(site, begin, day.minusDays(1)));
        begin = day;
        eventsInPart = 0;
      }
      eventsInPart += eventsOfDay;
    }
    parts.add(new DayRange(site, begin, to));
    return parts;
  }
}
