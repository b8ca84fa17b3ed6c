package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts figures over time together: every hour, day or month that has begun, with none left out. */
final class Courses {
  private static final int LONGEST_BY_DAY = 366;
  private static final int HOURS = 24;

  private final FigureSource figures;
  private final Extent extent;
  private final Days days;

  Courses(FigureSource figures, Extent extent, Days days) {
    this.figures = figures;
    this.extent = extent;
    this.days = days;
  }

  Course course() {
    Period begun = days.begun().orElse(null);
    Course.Unit unit = unit();
    if (begun == null) {
      return new Course(unit, List.of());
    }
    return new Course(
        unit,
        switch (unit) {
          case HOUR -> byHour(begun.from());
          case DAY -> byDay(begun);
          case MONTH -> byMonth(begun);
        });
  }

  private Course.Unit unit() {
    int length = days.asked().days();
    if (length == 1) {
      return Course.Unit.HOUR;
    }
    return length > LONGEST_BY_DAY ? Course.Unit.MONTH : Course.Unit.DAY;
  }

  private List<Course.Point> byHour(LocalDate day) {
    LocalDate other = days.compared().map(Period::from).orElse(null);
    Map<Integer, DaySums> now = figures.hours(extent, day);
    Map<Integer, DaySums> then = other == null ? Map.of() : figures.hours(extent, other);
    var points = new ArrayList<Course.Point>();
    for (int hour = 0; hour < hoursBegun(day); hour++) {
      var before = other == null ? null : Course.Before.of(at(other, hour), of(then, hour));
      points.add(Course.Point.of(at(day, hour), of(now, hour), before));
    }
    return points;
  }

  /** How many hours of a day have begun at any of the sites. */
  private int hoursBegun(LocalDate day) {
    return extent.members().stream()
        .map(site -> extent.now().atZone(site.zone()))
        .filter(time -> !time.toLocalDate().isBefore(day))
        .mapToInt(time -> time.toLocalDate().equals(day) ? time.getHour() + 1 : HOURS)
        .max()
        .orElse(0);
  }

  private List<Course.Point> byDay(Period begun) {
    Map<LocalDate, DaySums> now = figures.days(extent, begun);
    Map<LocalDate, DaySums> then = compared();
    return begun
        .from()
        .datesUntil(begun.to().plusDays(1))
        .map(day -> Course.Point.of(day.toString(), of(now, day), before(days.beside(day), then)))
        .toList();
  }

  private List<Course.Point> byMonth(Period begun) {
    Map<YearMonth, DaySums> now = months(figures.days(extent, begun), begun);
    var then = new ArrayList<Map.Entry<YearMonth, DaySums>>();
    days.compared().ifPresent(other -> then.addAll(months(compared(), other).entrySet()));
    var points = new ArrayList<Course.Point>();
    now.forEach(
        (month, sums) -> {
          int index = points.size();
          var before =
              index < then.size()
                  ? Course.Before.of(
                      then.get(index).getKey().toString(), then.get(index).getValue())
                  : null;
          points.add(Course.Point.of(month.toString(), sums, before));
        });
    return points;
  }

  private Map<LocalDate, DaySums> compared() {
    return days.compared().map(other -> figures.days(extent, other)).orElseGet(Map::of);
  }

  private static Map<YearMonth, DaySums> months(Map<LocalDate, DaySums> days, Period range) {
    var months = new TreeMap<YearMonth, DaySums>();
    range
        .from()
        .datesUntil(range.to().plusDays(1))
        .forEach(day -> months.merge(YearMonth.from(day), of(days, day), DaySums::plus));
    return months;
  }

  private static Course.@Nullable Before before(
      @Nullable LocalDate day, Map<LocalDate, DaySums> sums) {
    return day == null ? null : Course.Before.of(day.toString(), of(sums, day));
  }

  private static <K> DaySums of(Map<K, DaySums> sums, K key) {
    return sums.getOrDefault(key, DaySums.ZERO);
  }

  private static String at(LocalDate day, int hour) {
    return String.format(Locale.ROOT, "%sT%02d:00", day, hour);
  }
}
