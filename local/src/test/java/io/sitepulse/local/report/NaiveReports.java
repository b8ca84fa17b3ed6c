package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
    var zones = members(asked).stream().map(site -> site.zone().getId()).distinct().toList();
    answer.put("zone", zones.size() == 1 ? zones.get(0) : null);
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
