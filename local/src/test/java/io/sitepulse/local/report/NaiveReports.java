package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The answers as plainly as they can be made, each from all events. */
final class NaiveReports {
  private final Portals portals;

  NaiveReports(Portals portals) {
    this.portals = portals;
  }

  /** Sites whose events a request adds up, by the site they are listed under. */
  static Map<String, List<Site>> listed(ReportRequest request) {
    return listed(request, true);
  }

  /**
   * Sites as they were before or after the merger of May 2026. A review of an earlier period is
   * from before it.
   */
  static Map<String, List<Site>> listed(ReportRequest request, boolean merged) {
    var listed = new TreeMap<String, List<Site>>();
    for (Site site : Portals.SITES) {
      boolean named = request.scope().equals("site:" + site.id());
      boolean inGroup = request.scope().equals("group:" + site.group());
      if (named
          || ((inGroup || request.scope().equals("all"))
              && !(merged && site.id().equals("e.gov.vn")))) {
        var members = new ArrayList<>(List.of(site));
        if (merged && site.id().equals("d.gov.vn")) {
          members.add(Portals.SITES.get(4));
        }
        listed.put(site.id(), members);
      }
    }
    return listed;
  }

  static List<Site> members(ReportRequest request) {
    return listed(request).values().stream().flatMap(List::stream).toList();
  }

  static LocalDate today(ReportRequest request) {
    return members(request).stream()
        .map(site -> site.dayAt(Portals.NOW))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  static Optional<NaivePeriod> begun(ReportRequest request) {
    return request.period().begun(today(request));
  }

  static Optional<NaivePeriod> compared(ReportRequest request) {
    return request.period().compared(request.comparison(), today(request));
  }

  /** True if the period still runs at any of the sites. */
  static boolean isPart(ReportRequest request) {
    return compared(request)
        .flatMap(range -> firstPart(request, range))
        .filter(day -> !day.isAfter(compared(request).orElseThrow().to()))
        .isPresent();
  }

  /** The first compared day that ends earlier at one of the sites. */
  private static Optional<LocalDate> firstPart(ReportRequest request, NaivePeriod range) {
    return members(request).stream()
        .map(site -> site.dayAt(Portals.NOW))
        .filter(today -> !today.isAfter(request.period().to()))
        .flatMap(
            today ->
                today.isBefore(request.period().from())
                    ? Stream.of(range.from())
                    : request.period().beside(request.comparison(), today).stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * The events of the compared days. Those of a running period end at the same time of day at their
   * site.
   */
  List<Counted> comparedEvents(
      ReportRequest request, Collection<Site> sites, NaivePeriod range, boolean robots) {
    return events(request, sites, range, robots).stream()
        .filter(event -> isUntilSameTime(event, request.period(), request.comparison()))
        .toList();
  }

  /** True if a compared event is not after the moment that stands beside now at its site. */
  static boolean isUntilSameTime(Counted event, NaivePeriod period, Comparison comparison) {
    LocalDateTime now = LocalDateTime.ofInstant(Portals.NOW, event.site().zone());
    LocalDate today = now.toLocalDate();
    if (today.isBefore(period.from()) || today.isAfter(period.to())) {
      return today.isAfter(period.to());
    }
    var beside = period.beside(comparison, today);
    var at = LocalDateTime.ofInstant(event.delivered().at(), event.site().zone());
    return beside.isEmpty() || at.isBefore(beside.get().atTime(now.toLocalTime()));
  }

  /** The events an answer is made of, robots or visitors. */
  List<Counted> events(
      ReportRequest request, Collection<Site> sites, NaivePeriod range, boolean robots) {
    return sites.stream()
        .flatMap(site -> portals.counted.get(site.id()).stream())
        .filter(event -> event.isRobots() == robots)
        .filter(event -> range.contains(event.day()))
        .filter(
            event ->
                request.filters().entrySet().stream()
                    .allMatch(filter -> event.isOf(filter.getKey(), filter.getValue())))
        .toList();
  }

  Object summary(ReportRequest request) {
    var answer = new LinkedHashMap<String, Object>();
    var zones = members(request).stream().map(site -> site.zone().getId()).distinct().toList();
    answer.put("zone", zones.size() == 1 ? zones.get(0) : null);
    answer.put("period", span(request.period()));
    answer.put("begun", begun(request).map(NaiveReports::span).orElse(null));
    answer.put("compared", compared(request).map(NaiveReports::span).orElse(null));
    answer.put("live", request.period().contains(today(request)));
    answer.put("partOfDay", isPart(request));
    LocalDate from =
        compared(request)
            .flatMap(range -> first(members(request)).filter(day -> day.isAfter(range.from())))
            .orElse(null);
    if (from != null) {
      answer.put("countedFrom", from.toString());
    }
    DaySums now = begun(request).map(range -> sums(request, range)).orElse(DaySums.ZERO);
    DaySums before =
        compared(request)
            .map(range -> comparedEvents(request, members(request), range, false))
            .map(NaiveFigures::sums)
            .orElse(null);
    answer.put("now", figures(now, request, begun(request)));
    var whole = compared(request).flatMap(range -> whole(request, range));
    answer.put("before", before == null ? null : figures(before, request, whole));
    answer.put("change", change(now, from == null ? before : null));
    Ledger ledger = Ledger.EMPTY;
    for (Ledger day :
        begun(request).map(range -> ledgers(request, range)).orElse(Map.of()).values()) {
      ledger = ledger.plus(day);
    }
    answer.put("ledger", ledger);
    return answer;
  }

  /** The compared days that are over at all sites. */
  private static Optional<NaivePeriod> whole(ReportRequest request, NaivePeriod range) {
    LocalDate part = firstPart(request, range).orElse(LocalDate.MAX);
    if (part.isAfter(range.to())) {
      return Optional.of(range);
    }
    return part.isAfter(range.from())
        ? Optional.of(NaivePeriod.free(range.from(), part.minusDays(1)))
        : Optional.empty();
  }

  /** The first day with a view of any of several sites. */
  Optional<LocalDate> first(Collection<Site> sites) {
    return sites.stream()
        .flatMap(site -> portals.counted.get(site.id()).stream())
        .filter(event -> event.isView() && !event.isRobots())
        .map(Counted::day)
        .min(Comparator.naturalOrder());
  }

  private DaySums sums(ReportRequest request, NaivePeriod range) {
    return NaiveFigures.sums(events(request, members(request), range, false));
  }

  private Object figures(DaySums sums, ReportRequest request, Optional<NaivePeriod> range) {
    var figures = flat(sums);
    figures.put("peakOnline", range.map(days -> peak(request, days)).orElse(null));
    return figures;
  }

  private Object peak(ReportRequest request, NaivePeriod range) {
    List<Site> members = members(request);
    if (members.size() > 1 || !request.filters().isEmpty()) {
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

  Object ledger(ReportRequest request) {
    var days = new ArrayList<Object>();
    Ledger totals = Ledger.EMPTY;
    for (var day :
        begun(request).map(range -> ledgers(request, range)).orElse(Map.of()).entrySet()) {
      var row = new LinkedHashMap<String, Object>();
      row.put("day", day.getKey().toString());
      row.put("received", day.getValue().received());
      row.put("views", day.getValue().views());
      row.put("heartbeats", day.getValue().heartbeats());
      row.put("duplicates", day.getValue().duplicates());
      row.put("bots", day.getValue().bots());
      row.put("rejected", day.getValue().rejected());
      row.put("mergedVisits", day.getValue().mergedVisits());
      row.put("refused", Map.of()); // These events have not come through a collector.
      days.add(row);
      totals = totals.plus(day.getValue());
    }
    return Map.of("days", days, "totals", totals, "refused", Map.of());
  }

  private Map<LocalDate, Ledger> ledgers(ReportRequest request, NaivePeriod range) {
    var days = new TreeMap<LocalDate, Ledger>();
    for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
      LocalDate that = day;
      days.put(
          day,
          members(request).stream()
              .map(site -> portals.ledgers.get(site.id()).get(that))
              .filter(Objects::nonNull)
              .reduce(Ledger.EMPTY, Ledger::plus));
    }
    return days;
  }

  private static Map<String, Object> span(NaivePeriod period) {
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
