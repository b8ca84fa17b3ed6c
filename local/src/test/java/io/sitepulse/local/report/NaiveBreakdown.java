package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Breakdowns as plainly as they can be made. */
final class NaiveBreakdown {
  private final NaiveReports reports;

  NaiveBreakdown(NaiveReports reports) {
    this.reports = reports;
  }

  Object breakdown(ReportRequest request, Listed listed) {
    boolean robots = listed.dimension().equals("bot");
    NaivePeriod begun = NaiveReports.begun(request).orElse(null);
    if (begun == null) {
      return answer(listed, 0, DaySums.ZERO, List.of());
    }
    String sort = robots ? "views" : listed.sort();
    var now = values(request, listed.dimension(), begun, false);
    var then =
        NaiveReports.compared(request)
            .map(range -> values(request, listed.dimension(), range, true))
            .orElse(null);
    DaySums totals =
        NaiveFigures.sums(reports.events(request, NaiveReports.members(request), begun, robots));
    var found = new ArrayList<>(now.keySet());
    found.removeIf(value -> !isFound(request, listed, value, begun));
    found.sort(
        Comparator.comparingLong((String value) -> -number(now.get(value), sort))
            .thenComparing(Comparator.naturalOrder()));
    var rows = new ArrayList<Object>();
    for (String value : found.stream().skip(listed.offset()).limit(listed.limit()).toList()) {
      var row = row(value, title(request, listed.dimension(), value, begun), now.get(value));
      long whole = number(totals, sort);
      row.put("share", whole == 0 ? null : (double) number(now.get(value), sort) / whole);
      row.put("before", then == null ? null : before(request, listed, value, then));
      rows.add(row);
    }
    return answer(listed, found.size(), totals, rows);
  }

  private static Object answer(Listed listed, int found, DaySums totals, List<Object> rows) {
    return Map.of(
        "dimension",
        listed.dimension(),
        "rows",
        found,
        "totals",
        NaiveReports.flat(totals),
        "values",
        rows);
  }

  private static Map<String, Object> row(String value, String title, DaySums sums) {
    var row = NaiveReports.flat(sums);
    row.put("value", value);
    if (!title.isEmpty()) {
      row.put("title", title);
    }
    return row;
  }

  /** Null if the site, or none of the sites, was counted on any compared day. */
  private Object before(
      ReportRequest request, Listed listed, String value, Map<String, DaySums> then) {
    NaivePeriod range = NaiveReports.compared(request).orElseThrow();
    var sites = NaiveReports.members(request);
    if (listed.dimension().equals("site")) {
      sites =
          (request.scope().startsWith("site:") ? alone(request) : NaiveReports.listed(request))
              .get(value);
    }
    LocalDate first = reports.first(sites).orElse(LocalDate.MAX);
    if (first.isAfter(range.to())) {
      return null;
    }
    var before = NaiveReports.flat(then.getOrDefault(value, DaySums.ZERO));
    before.remove("engagedMs");
    if (first.isAfter(range.from())) {
      before.put("countedFrom", first.toString());
    }
    return before;
  }

  private boolean isFound(ReportRequest request, Listed listed, String value, NaivePeriod range) {
    String wanted = listed.search().toLowerCase(Locale.ROOT);
    return value.toLowerCase(Locale.ROOT).contains(wanted)
        || title(request, listed.dimension(), value, range)
            .toLowerCase(Locale.ROOT)
            .contains(wanted);
  }

  private List<Counted> events(
      ReportRequest request,
      Collection<Site> sites,
      NaivePeriod range,
      boolean robots,
      boolean compared) {
    return compared
        ? reports.comparedEvents(request, sites, range, robots)
        : reports.events(request, sites, range, robots);
  }

  private Map<String, DaySums> values(
      ReportRequest request, String dimension, NaivePeriod range, boolean compared) {
    var values = new TreeMap<String, DaySums>();
    if (dimension.equals("site")) {
      var rows =
          request.scope().startsWith("site:") ? alone(request) : NaiveReports.listed(request);
      rows.forEach(
          (site, members) ->
              values.put(
                  site, NaiveFigures.sums(events(request, members, range, false, compared))));
      return values;
    }
    var byValue = new TreeMap<String, List<Counted>>();
    for (Counted event :
        events(request, NaiveReports.members(request), range, dimension.equals("bot"), compared)) {
      String value = event.value(dimension);
      if (value != null) {
        byValue.computeIfAbsent(value, none -> new ArrayList<>()).add(event);
      }
    }
    byValue.forEach((value, events) -> values.put(value, NaiveFigures.sums(events)));
    values.values().removeIf(sums -> sums.views() == 0 && sums.engagedMs() == 0);
    return values;
  }

  private static Map<String, List<Site>> alone(ReportRequest request) {
    var rows = new TreeMap<String, List<Site>>();
    NaiveReports.members(request).forEach(site -> rows.put(site.id(), List.of(site)));
    return rows;
  }

  private String title(ReportRequest request, String dimension, String value, NaivePeriod range) {
    if (dimension.equals("site")) {
      return "Cổng " + value;
    }
    if (!dimension.equals("page")) {
      return "";
    }
    // The latest day first, of that the latest view; of several sites the last one by id.
    return reports.events(request, NaiveReports.members(request), range, false).stream()
        .filter(event -> event.isView() && event.seen().page().equals(value))
        .filter(event -> !event.seen().title().isEmpty())
        .max(
            Comparator.comparing(Counted::day)
                .thenComparing(event -> event.site().id())
                .thenComparing(event -> event.delivered().at()))
        .map(event -> event.seen().title())
        .orElse("");
  }

  private static long number(DaySums sums, String sort) {
    return (Long) NaiveReports.flat(sums).get(sort);
  }
}
