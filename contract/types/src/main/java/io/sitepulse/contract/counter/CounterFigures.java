package io.sitepulse.contract.counter;

import io.sitepulse.contract.site.Site;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * The counters of a site at an instant, in the site's time zone.
 *
 * @param day the site's local day
 * @param online distinct visitors of the last five minutes
 * @param today the current local day
 * @param yesterday the local day before
 * @param week since Monday (ISO 8601)
 * @param month since the first of the month
 * @param year since 1 January
 * @param total all days and the site's baseline
 */
public record CounterFigures(
    LocalDate day,
    long online,
    DaySums today,
    DaySums yesterday,
    DaySums week,
    DaySums month,
    DaySums year,
    DaySums total) {

  /**
   * Calculates the figures from a snapshot, which may be older than {@code now}. After midnight no
   * event and no newer snapshot is needed.
   *
   * @param counters latest snapshot, or {@link SiteCounters#none}
   * @param site the site, for time zone and baseline
   * @param now instant of the figures
   */
  public static CounterFigures at(SiteCounters counters, Site site, Instant now) {
    LocalDate day = site.dayAt(now);
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new CounterFigures(
        day,
        now.isAfter(counters.asOf().plus(SiteCounters.ONLINE_VALID)) ? 0 : counters.online(),
        counters.days().getOrDefault(day, DaySums.ZERO),
        counters.days().getOrDefault(day.minusDays(1), DaySums.ZERO),
        sum(counters, monday, day),
        counters.months().getOrDefault(YearMonth.from(day), DaySums.ZERO),
        counters.years().getOrDefault(Year.from(day), DaySums.ZERO),
        withBaseline(counters.total(), site));
  }

  /** Adds the figures of another site. The result has the day of this one. */
  public CounterFigures plus(CounterFigures other) {
    return new CounterFigures(
        day,
        online + other.online,
        today.plus(other.today),
        yesterday.plus(other.yesterday),
        week.plus(other.week),
        month.plus(other.month),
        year.plus(other.year),
        total.plus(other.total));
  }

  private static DaySums sum(SiteCounters counters, LocalDate from, LocalDate to) {
    return counters.days().subMap(from, to.plusDays(1)).values().stream()
        .reduce(DaySums.ZERO, DaySums::plus);
  }

  private static DaySums withBaseline(DaySums total, Site site) {
    var baseline = site.baseline();
    return baseline == null
        ? total
        : total.plus(new DaySums(baseline.views(), baseline.visits(), baseline.visitors(), 0));
  }
}
