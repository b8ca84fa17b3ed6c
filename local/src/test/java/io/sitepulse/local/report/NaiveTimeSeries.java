package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures over time as plainly as they can be made: hours, days and months, and the week's map. */
final class NaiveTimeSeries {
  private final NaiveReports reports;

  NaiveTimeSeries(NaiveReports reports) {
    this.reports = reports;
  }

  Object timeSeries(ReportRequest request) {
    int days = request.period().days();
    String unit = days == 1 ? "hour" : days > 366 ? "month" : "day";
    var points = new ArrayList<Object>();
    var unmatched = new ArrayList<Object>();
    NaiveReports.begun(request)
        .ifPresent(
            begun -> {
              var now = points(request, begun, unit, false);
              var then =
                  NaiveReports.compared(request)
                      .map(range -> points(request, range, unit, true))
                      .orElse(Map.of());
              var thenInOrder = new ArrayList<>(then.keySet());
              int cut = unit.equals("hour") ? hoursBegun(request, begun.from()) : Integer.MAX_VALUE;
              var rest = new LinkedHashMap<String, DaySums>(then);
              for (String at : now.keySet()) {
                if (points.size() < cut) {
                  String beside = beside(request, unit, at, points.size(), thenInOrder);
                  points.add(point(at, now.get(at), counted(request, beside, then), then));
                  rest.remove(beside);
                }
              }
              rest.forEach(
                  (at, sums) -> {
                    if (!sums.equals(DaySums.ZERO)) {
                      var before = NaiveReports.flat(sums);
                      before.put("at", at);
                      unmatched.add(before);
                    }
                  });
            });
    return Map.of("unit", unit, "points", points, "unmatched", unmatched);
  }

  private static String beside(
      ReportRequest request, String unit, String at, int index, List<String> others) {
    boolean byDate =
        unit.equals("day")
            && request.comparison().label().equals("year")
            && !request.text().contains("W");
    if (byDate) {
      String lastYear = (Integer.parseInt(at.substring(0, 4)) - 1) + at.substring(4);
      return others.contains(lastYear) ? lastYear : null;
    }
    return index < others.size() ? others.get(index) : null;
  }

  /** Beside a point is none of before the first day with a view. */
  private String counted(ReportRequest request, String beside, Map<String, DaySums> then) {
    if (beside == null || !then.get(beside).equals(DaySums.ZERO)) {
      return beside;
    }
    String first =
        reports.first(NaiveReports.members(request)).map(LocalDate::toString).orElse("~");
    int length = Math.min(first.length(), beside.length());
    return beside.substring(0, length).compareTo(first.substring(0, length)) < 0 ? null : beside;
  }

  private static Object point(String at, DaySums sums, String beside, Map<String, DaySums> then) {
    var point = NaiveReports.flat(sums);
    point.put("at", at);
    if (beside == null) {
      point.put("before", null);
    } else {
      var before = NaiveReports.flat(then.get(beside));
      before.put("at", beside);
      point.put("before", before);
    }
    return point;
  }

  private Map<String, DaySums> points(
      ReportRequest request, NaivePeriod range, String unit, boolean compared) {
    var points = new LinkedHashMap<String, DaySums>();
    List<Site> members = NaiveReports.members(request);
    List<Counted> all =
        compared
            ? reports.comparedEvents(request, members, range, false)
            : reports.events(request, members, range, false);
    if (unit.equals("hour")) {
      NaiveFigures.hours(all)
          .forEach(
              (hour, sums) -> points.put(String.format("%sT%02d:00", range.from(), hour), sums));
      return new TreeMap<>(points);
    }
    for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
      LocalDate that = day;
      String at = unit.equals("day") ? day.toString() : YearMonth.from(day).toString();
      DaySums sums = NaiveFigures.sums(all.stream().filter(e -> e.day().equals(that)).toList());
      points.merge(at, sums, DaySums::plus);
    }
    return points;
  }

  private static int hoursBegun(ReportRequest request, LocalDate day) {
    int begun = 0;
    for (Site site : NaiveReports.members(request)) {
      ZonedDateTime local = Portals.NOW.atZone(site.zone());
      if (local.toLocalDate().isAfter(day)) {
        begun = 24;
      } else if (local.toLocalDate().equals(day)) {
        begun = Math.max(begun, local.getHour() + 1);
      }
    }
    return begun;
  }

  Object hours(ReportRequest request) {
    var cells = new ArrayList<Object>();
    for (int weekday = 1; weekday <= 7; weekday++) {
      int wanted = weekday;
      var ofDay =
          NaiveReports.begun(request)
              .map(range -> reports.events(request, NaiveReports.members(request), range, false))
              .orElse(List.of())
              .stream()
              .filter(event -> event.day().getDayOfWeek().getValue() == wanted)
              .toList();
      NaiveFigures.hours(ofDay)
          .forEach(
              (hour, sums) ->
                  cells.add(
                      Map.of(
                          "weekday",
                          wanted,
                          "hour",
                          hour,
                          "views",
                          sums.views(),
                          "visits",
                          sums.visits())));
    }
    return Map.of("cells", cells);
  }
}
