package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.report.TimeSeries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loads a time series: a point for every hour, day or month that has begun. */
final class TimeSeriesLoader {
  private static final int LONGEST_BY_DAY = 366;
  private static final int HOURS = 24;

  private final FigureSource figures;
  private final SiteSet siteSet;
  private final ResolvedReport report;

  TimeSeriesLoader(ResolvedReport report) {
    this.figures = report.figures();
    this.siteSet = report.siteSet();
    this.report = report;
  }

  TimeSeries load() {
    Period begun = report.begun().orElse(null);
    TimeSeries.Unit unit = unit();
    if (begun == null) {
      return new TimeSeries(unit, List.of());
    }
    return switch (unit) {
      case HOUR -> byHour(begun.from());
      case DAY -> byDay(begun);
      case MONTH -> byMonth(begun);
    };
  }

  private TimeSeries.Unit unit() {
    int length = report.period().days();
    if (length == 1) {
      return TimeSeries.Unit.HOUR;
    }
    return length > LONGEST_BY_DAY ? TimeSeries.Unit.MONTH : TimeSeries.Unit.DAY;
  }

  private TimeSeries byHour(LocalDate day) {
    LocalDate comparedDay = report.compared().map(Period::from).orElse(null);
    Map<Integer, DaySums> now = figures.hours(siteSet, day);
    ComparedFigures earlier = report.comparedFigures();
    Map<Integer, DaySums> then = earlier == null ? Map.of() : earlier.hours();
    var points = new ArrayList<TimeSeries.Point>();
    for (int hour = 0; hour < hoursBegun(day); hour++) {
      var before =
          comparedDay == null ? null : TimeSeries.Before.of(at(comparedDay, hour), of(then, hour));
      points.add(TimeSeries.Point.of(at(day, hour), of(now, hour), before));
    }
    var unmatched = new ArrayList<TimeSeries.Before>();
    for (int hour = points.size(); hour < HOURS && comparedDay != null; hour++) {
      addUnlessZero(unmatched, at(comparedDay, hour), of(then, hour));
    }
    return new TimeSeries(TimeSeries.Unit.HOUR, points, unmatched);
  }

  /** Number of hours of a day that have begun at any of the sites, 0 to 24. */
  private int hoursBegun(LocalDate day) {
    return siteSet.members().stream()
        .map(site -> siteSet.now().atZone(site.zone()))
        .filter(time -> !time.toLocalDate().isBefore(day))
        .mapToInt(time -> time.toLocalDate().equals(day) ? time.getHour() + 1 : HOURS)
        .max()
        .orElse(0);
  }

  private TimeSeries byDay(Period begun) {
    Map<LocalDate, DaySums> now = figures.days(siteSet, begun);
    Map<LocalDate, DaySums> then = compared();
    var points = new ArrayList<TimeSeries.Point>();
    var matched = new HashSet<LocalDate>();
    for (LocalDate day : days(begun)) {
      LocalDate beside = report.comparisonDay(day);
      points.add(TimeSeries.Point.of(day.toString(), of(now, day), before(beside, then)));
      if (beside != null) {
        matched.add(beside);
      }
    }
    var unmatched = new ArrayList<TimeSeries.Before>();
    report.compared().map(TimeSeriesLoader::days).orElse(List.of()).stream()
        .filter(day -> !matched.contains(day))
        .forEach(day -> addUnlessZero(unmatched, day.toString(), of(then, day)));
    return new TimeSeries(TimeSeries.Unit.DAY, points, unmatched);
  }

  private static List<LocalDate> days(Period range) {
    return range.from().datesUntil(range.to().plusDays(1)).toList();
  }

  private static void addUnlessZero(List<TimeSeries.Before> unmatched, String at, DaySums sums) {
    if (!sums.equals(DaySums.ZERO)) {
      unmatched.add(TimeSeries.Before.of(at, sums));
    }
  }

  private TimeSeries byMonth(Period begun) {
    Map<YearMonth, DaySums> now = months(figures.days(siteSet, begun), begun);
    var then = new ArrayList<Map.Entry<YearMonth, DaySums>>();
    report.compared().ifPresent(other -> then.addAll(months(compared(), other).entrySet()));
    var points = new ArrayList<TimeSeries.Point>();
    now.forEach(
        (month, sums) -> {
          int index = points.size();
          var before =
              index < then.size()
                  ? TimeSeries.Before.of(
                      then.get(index).getKey().toString(), then.get(index).getValue())
                  : null;
          points.add(TimeSeries.Point.of(month.toString(), sums, before));
        });
    // As many days may touch one month more.
    var unmatched = new ArrayList<TimeSeries.Before>();
    then.stream()
        .skip(points.size())
        .forEach(rest -> addUnlessZero(unmatched, rest.getKey().toString(), rest.getValue()));
    return new TimeSeries(TimeSeries.Unit.MONTH, points, unmatched);
  }

  private Map<LocalDate, DaySums> compared() {
    ComparedFigures earlier = report.comparedFigures();
    return earlier == null ? Map.of() : earlier.days();
  }

  private static Map<YearMonth, DaySums> months(Map<LocalDate, DaySums> days, Period range) {
    var months = new TreeMap<YearMonth, DaySums>();
    days(range).forEach(day -> months.merge(YearMonth.from(day), of(days, day), DaySums::plus));
    return months;
  }

  private static TimeSeries.@Nullable Before before(
      @Nullable LocalDate day, Map<LocalDate, DaySums> sums) {
    return day == null ? null : TimeSeries.Before.of(day.toString(), of(sums, day));
  }

  private static <K> DaySums of(Map<K, DaySums> sums, K key) {
    return sums.getOrDefault(key, DaySums.ZERO);
  }

  private static String at(LocalDate day, int hour) {
    return String.format(Locale.ROOT, "%sT%02d:00", day, hour);
  }
}
