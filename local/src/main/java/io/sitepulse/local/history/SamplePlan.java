package io.sitepulse.local.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The number of visits of a sample site on each day. It is a function of site and day. */
final class SamplePlan {
  private static final double ROBOTS = 0.07;
  private static final double DAYS_OF_YEAR = 365.25;
  private static final double WEEKEND = 0.34;
  private static final double HOLIDAY = 0.25;
  private static final double SUMMER = 0.86;
  private static final double CAMPAIGN = 2.4;
  private static final int DAYS_BETWEEN_CAMPAIGNS = 75;

  private SamplePlan() {}

  /**
   * One day.
   *
   * @param visits of people
   * @param robots events of robots
   */
  record Day(LocalDate day, int visits, int robots) {}

  /** The days of a site from a first to a last one. */
  static List<Day> days(SampleSite site, LocalDate from, LocalDate to, LocalDate today) {
    var days = new ArrayList<Day>();
    LocalDate first = site.live(from, today);
    LocalDate last = site.ends(to).isBefore(to) ? site.ends(today) : to;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(day(site, day, today));
    }
    return days;
  }

  private static Day day(SampleSite site, LocalDate day, LocalDate today) {
    var random = new SplittableRandom(31L * site.id().hashCode() + day.toEpochDay());
    double years = ChronoUnit.DAYS.between(day, today) / DAYS_OF_YEAR;
    double trend = Math.pow(1 + site.growth() / 100.0, -years);
    double expected = site.weight() * trend * season(day) * campaign(site, day);
    double noise = 0.82 + 0.36 * random.nextDouble();
    int visits = (int) Math.round(expected * noise);
    return new Day(day, visits, (int) Math.round(visits * ROBOTS * random.nextDouble(2)));
  }

  private static double season(LocalDate day) {
    if (isHoliday(MonthDay.from(day))) {
      return HOLIDAY;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean summer = day.getMonthValue() == 7 || day.getMonthValue() == 8;
    return (weekend ? WEEKEND : 1) * (summer ? SUMMER : 1);
  }

  /** Public holidays that have a fixed date (Labour Code 2019, article 112). */
  private static boolean isHoliday(MonthDay day) {
    return List.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2))
        .contains(day);
  }

  /** Tells if the day is one of three days of unusual attention. */
  private static double campaign(SampleSite site, LocalDate day) {
    long place = Math.floorMod(day.toEpochDay() + site.id().hashCode(), DAYS_BETWEEN_CAMPAIGNS);
    return place < 3 ? CAMPAIGN - 0.5 * place : 1;
  }
}
