package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The answers as plainly as they can be made, each from all events. */
final class NaiveReports {
  private final Portals portals;

  NaiveReports(Portals portals) {
    this.portals = portals;
  }

  /** Sites whose events an asked question adds up, by the site they are listed under. */
  static Map<String, List<Site>> listed(Asked asked) {
    var listed = new TreeMap<String, List<Site>>();
    for (Site site : Portals.SITES) {
      boolean named = asked.scope().equals("site:" + site.id());
      boolean inGroup = asked.scope().equals("group:" + site.group());
      if (named || ((inGroup || asked.scope().equals("all")) && !site.id().equals("e.gov.vn"))) {
        var members = new ArrayList<>(List.of(site));
        if (site.id().equals("d.gov.vn")) {
          members.add(Portals.SITES.get(4));
        }
        listed.put(site.id(), members);
      }
    }
    return listed;
  }

  static List<Site> members(Asked asked) {
    return listed(asked).values().stream().flatMap(List::stream).toList();
  }

  static LocalDate today(Asked asked) {
    return members(asked).stream()
        .map(site -> site.dayAt(Portals.NOW))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  static Optional<Period> begun(Asked asked) {
    return asked.period().begun(today(asked));
  }

  static Optional<Period> compared(Asked asked) {
    return asked.period().comparedBy(asked.comparison(), today(asked));
  }

  /** The events an answer is made of, robots or visitors. */
  List<Counted> events(Asked asked, Collection<Site> sites, Period range, boolean robots) {
    return sites.stream()
        .flatMap(site -> portals.counted.get(site.id()).stream())
        .filter(event -> event.isRobots() == robots)
        .filter(event -> range.contains(event.day()))
        .filter(
            event ->
                asked.filters().entrySet().stream()
                    .allMatch(filter -> event.isOf(filter.getKey(), filter.getValue())))
        .toList();
  }

  Object summary(Asked asked) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("period", span(asked.period()));
    answer.put("begun", begun(asked).map(NaiveReports::span).orElse(null));
    answer.put("compared", compared(asked).map(NaiveReports::span).orElse(null));
    answer.put("live", asked.period().contains(today(asked)));
    DaySums now = begun(asked).map(range -> sums(asked, range)).orElse(DaySums.ZERO);
    DaySums before = compared(asked).map(range -> sums(asked, range)).orElse(null);
    answer.put("now", figures(now, asked, begun(asked)));
    answer.put("before", before == null ? null : figures(before, asked, compared(asked)));
    answer.put("change", change(now, before));
    Ledger ledger = Ledger.EMPTY;
    for (Ledger day : begun(asked).map(range -> ledgers(asked, range)).orElse(Map.of()).values()) {
      ledger = ledger.plus(day);
    }
    answer.put("ledger", ledger);
    return answer;
  }

  private DaySums sums(Asked asked, Period range) {
    return NaiveFigures.sums(events(asked, members(asked), range, false));
  }

  private Object figures(DaySums sums, Asked asked, Optional<Period> range) {
    var figures = flat(sums);
    figures.put("peakOnline", range.map(days -> peak(asked, days)).orElse(null));
    return figures;
  }

  private Object peak(Asked asked, Period range) {
    List<Site> members = members(asked);
    if (members.size() > 1 || !asked.filters().isEmpty()) {
      return null;
    }
    Site site = members.get(0);
    Object[] best = {null, 0L};
    portals
        .online
        .get(site.id())
        .forEach(
            (minute, count) -> {
              Instant whole = Instant.ofEpochSecond(minute.getEpochSecond());
              if (range.contains(site.dayAt(whole)) && count > (Long) best[1]) {
                best[0] = whole.toEpochMilli();
                best[1] = count;
              }
            });
    return best[0] == null ? null : Map.of("count", best[1], "at", best[0]);
  }

  static Object change(DaySums now, DaySums before) {
    var change = new LinkedHashMap<String, Object>();
    change.put("views", before == null ? null : change(now.views(), before.views()));
    change.put("visits", before == null ? null : change(now.visits(), before.visits()));
    change.put("visitors", before == null ? null : change(now.visitors(), before.visitors()));
    change.put("engagedMs", before == null ? null : change(now.engagedMs(), before.engagedMs()));
    return change;
  }

  private static Double change(long now, long before) {
    return before == 0 ? null : (double) now / before - 1;
  }

  Object course(Asked asked) {
    int days = asked.period().days();
    String unit = days == 1 ? "hour" : days > 366 ? "month" : "day";
    var points = new ArrayList<Object>();
    begun(asked)
        .ifPresent(
            begun -> {
              var now = points(asked, begun, unit);
              var then = compared(asked).map(range -> points(asked, range, unit)).orElse(Map.of());
              var thenInOrder = new ArrayList<>(then.keySet());
              int cut = unit.equals("hour") ? hoursBegun(asked, begun.from()) : Integer.MAX_VALUE;
              for (String at : now.keySet()) {
                if (points.size() < cut) {
                  String beside = beside(asked, unit, at, points.size(), thenInOrder);
                  points.add(point(at, now.get(at), beside, then));
                }
              }
            });
    return Map.of("unit", unit, "points", points);
  }

  private static String beside(
      Asked asked, String unit, String at, int index, List<String> others) {
    boolean byDate =
        unit.equals("day")
            && asked.comparison().label().equals("year")
            && !asked.text().contains("W");
    if (byDate) {
      String lastYear = (Integer.parseInt(at.substring(0, 4)) - 1) + at.substring(4);
      return others.contains(lastYear) ? lastYear : null;
    }
    return index < others.size() ? others.get(index) : null;
  }

  private static Object point(String at, DaySums sums, String beside, Map<String, DaySums> then) {
    var point = flat(sums);
    point.put("at", at);
    if (beside == null) {
      point.put("before", null);
    } else {
      var before = flat(then.get(beside));
      before.put("at", beside);
      point.put("before", before);
    }
    return point;
  }

  private Map<String, DaySums> points(Asked asked, Period range, String unit) {
    var points = new LinkedHashMap<String, DaySums>();
    List<Counted> all = events(asked, members(asked), range, false);
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

  private static int hoursBegun(Asked asked, LocalDate day) {
    int begun = 0;
    for (Site site : members(asked)) {
      ZonedDateTime local = Portals.NOW.atZone(site.zone());
      if (local.toLocalDate().isAfter(day)) {
        begun = 24;
      } else if (local.toLocalDate().equals(day)) {
        begun = Math.max(begun, local.getHour() + 1);
      }
    }
    return begun;
  }

  Object hours(Asked asked) {
    var cells = new ArrayList<Object>();
    for (int weekday = 1; weekday <= 7; weekday++) {
      int wanted = weekday;
      var ofDay =
          begun(asked)
              .map(range -> events(asked, members(asked), range, false))
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

  Object breakdown(Asked asked, Listed listed) {
    boolean robots = listed.dimension().equals("bot");
    String sort = robots ? "views" : listed.sort();
    Period begun = begun(asked).orElse(null);
    if (begun == null) {
      return Map.of(
          "dimension",
          listed.dimension(),
          "rows",
          0,
          "totals",
          flat(DaySums.ZERO),
          "values",
          List.of());
    }
    var now = values(asked, listed.dimension(), begun);
    var then = compared(asked).map(range -> values(asked, listed.dimension(), range)).orElse(null);
    DaySums totals = NaiveFigures.sums(events(asked, members(asked), begun, robots));
    var rows = new ArrayList<>(now.keySet());
    rows.removeIf(value -> !isFound(asked, listed, value, begun));
    rows.sort(
        Comparator.comparingLong((String value) -> -number(now.get(value), sort))
            .thenComparing(Comparator.naturalOrder()));
    var values = new ArrayList<Object>();
    for (String value : rows.stream().skip(listed.offset()).limit(listed.limit()).toList()) {
      var row = flat(now.get(value));
      row.put("value", value);
      String title = title(asked, listed.dimension(), value, begun);
      if (!title.isEmpty()) {
        row.put("title", title);
      }
      long whole = number(totals, sort);
      row.put("share", whole == 0 ? null : (double) number(now.get(value), sort) / whole);
      row.put("before", then == null ? null : before(then.getOrDefault(value, DaySums.ZERO)));
      values.add(row);
    }
    return Map.of(
        "dimension",
        listed.dimension(),
        "rows",
        rows.size(),
        "totals",
        flat(totals),
        "values",
        values);
  }

  private static Object before(DaySums sums) {
    var before = flat(sums);
    before.remove("engagedMs");
    return before;
  }

  private boolean isFound(Asked asked, Listed listed, String value, Period range) {
    String wanted = listed.search().toLowerCase(Locale.ROOT);
    return value.toLowerCase(Locale.ROOT).contains(wanted)
        || title(asked, listed.dimension(), value, range).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Map<String, DaySums> values(Asked asked, String dimension, Period range) {
    var values = new TreeMap<String, DaySums>();
    if (dimension.equals("site")) {
      var rows = asked.scope().startsWith("site:") ? alone(asked) : listed(asked);
      rows.forEach(
          (site, members) ->
              values.put(site, NaiveFigures.sums(events(asked, members, range, false))));
      return values;
    }
    var byValue = new TreeMap<String, List<Counted>>();
    for (Counted event : events(asked, members(asked), range, dimension.equals("bot"))) {
      String value = event.value(dimension);
      if (value != null) {
        byValue.computeIfAbsent(value, none -> new ArrayList<>()).add(event);
      }
    }
    byValue.forEach((value, events) -> values.put(value, NaiveFigures.sums(events)));
    values.values().removeIf(sums -> sums.views() == 0 && sums.engagedMs() == 0);
    return values;
  }

  private static Map<String, List<Site>> alone(Asked asked) {
    var rows = new TreeMap<String, List<Site>>();
    members(asked).forEach(site -> rows.put(site.id(), List.of(site)));
    return rows;
  }

  private String title(Asked asked, String dimension, String value, Period range) {
    if (dimension.equals("site")) {
      return "Cổng " + value;
    }
    if (!dimension.equals("page")) {
      return "";
    }
    // The latest day first, of that the latest view; of several sites the last one by id.
    return events(asked, members(asked), range, false).stream()
        .filter(event -> event.isView() && event.seen().page().equals(value))
        .filter(event -> !event.seen().title().isEmpty())
        .max(
            Comparator.comparing(Counted::day)
                .thenComparing(event -> event.site().id())
                .thenComparing(event -> event.delivered().at()))
        .map(event -> event.seen().title())
        .orElse("");
  }

  Object ledger(Asked asked) {
    var days = new ArrayList<Object>();
    Ledger totals = Ledger.EMPTY;
    for (var day : begun(asked).map(range -> ledgers(asked, range)).orElse(Map.of()).entrySet()) {
      var row = new LinkedHashMap<String, Object>();
      row.put("day", day.getKey().toString());
      row.put("received", day.getValue().received());
      row.put("views", day.getValue().views());
      row.put("heartbeats", day.getValue().heartbeats());
      row.put("duplicates", day.getValue().duplicates());
      row.put("bots", day.getValue().bots());
      row.put("rejected", day.getValue().rejected());
      row.put("mergedVisits", day.getValue().mergedVisits());
      days.add(row);
      totals = totals.plus(day.getValue());
    }
    return Map.of("days", days, "totals", totals);
  }

  private Map<LocalDate, Ledger> ledgers(Asked asked, Period range) {
    var days = new TreeMap<LocalDate, Ledger>();
    for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
      LocalDate that = day;
      days.put(
          day,
          members(asked).stream()
              .map(site -> portals.ledgers.get(site.id()).get(that))
              .filter(Objects::nonNull)
              .reduce(Ledger.EMPTY, Ledger::plus));
    }
    return days;
  }

  private static long number(DaySums sums, String sort) {
    return (Long) flat(sums).get(sort);
  }

  private static Map<String, Object> span(Period period) {
    return Map.of(
        "text", period.toString(), "from", period.from().toString(), "to", period.to().toString());
  }

  static Map<String, Object> flat(DaySums sums) {
    var flat = new LinkedHashMap<String, Object>();
    flat.put("views", sums.views());
    flat.put("visits", sums.visits());
    flat.put("visitors", sums.visitors());
    flat.put("engagedMs", sums.engagedMs());
    return flat;
  }
}
