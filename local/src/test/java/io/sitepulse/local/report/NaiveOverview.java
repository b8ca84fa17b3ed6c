package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of the overview as plainly as it can be made: each site by its own days. */
final class NaiveOverview {
  private final Portals portals;
  private final Comparison comparison;

  NaiveOverview(Portals portals, Comparison comparison) {
    this.portals = portals;
    this.comparison = comparison;
  }

  /** Today, month, year and the sparkline of a scope. */
  Object line(String scope) {
    var request = new ReportRequest(scope, "2026", comparison, Map.of());
    var members = NaiveReports.members(request);
    var sites = NaiveReports.listed(request).values();
    var line = new LinkedHashMap<String, Object>();
    DaySums today = DaySums.ZERO;
    long[] spark = new long[30];
    for (Site site : members) {
      LocalDate day = site.dayAt(Portals.NOW);
      today = today.plus(sums(site, NaivePeriod.free(day, day)));
      for (int back = 0; back < 30; back++) {
        LocalDate before = day.minusDays(back);
        spark[29 - back] += sums(site, NaivePeriod.free(before, before)).visits();
      }
    }
    line.put("today", NaiveReports.flat(today));
    line.put("month", pair(sites, 7));
    line.put("year", pair(sites, 4));
    line.put("spark", spark);
    return line;
  }

  /**
   * The running month or year, whose text is the beginning of its days. The change is that of the
   * sites that were counted on all compared days.
   */
  private Object pair(Collection<List<Site>> sites, int letters) {
    DaySums now = DaySums.ZERO;
    DaySums before = null;
    DaySums sameNow = DaySums.ZERO;
    DaySums sameBefore = null;
    LocalDate from = null;
    for (List<Site> members : sites) {
      DaySums own = DaySums.ZERO;
      DaySums then = DaySums.ZERO;
      for (Site site : members) {
        own = own.plus(sums(site, running(site, letters)));
        then =
            then.plus(
                compared(site, letters)
                    .map(days -> comparedSums(site, days, letters))
                    .orElse(DaySums.ZERO));
      }
      now = now.plus(own);
      NaivePeriod days = compared(members.get(0), letters).orElse(null);
      LocalDate first = new NaiveReports(portals).first(members).orElse(null);
      if (days == null) {
        continue;
      }
      if (first != null && !first.isAfter(days.to())) {
        before = before == null ? then : before.plus(then);
      }
      if (first != null && !first.isAfter(days.from())) {
        sameNow = sameNow.plus(own);
        sameBefore = sameBefore == null ? then : sameBefore.plus(then);
      } else if (first != null && (from == null || first.isBefore(from))) {
        from = first;
      }
    }
    var pair = new LinkedHashMap<String, Object>();
    pair.put("now", NaiveReports.flat(now));
    pair.put("before", before == null ? null : NaiveReports.flat(before));
    pair.put("change", NaiveReports.change(sameNow, sameBefore));
    if (sameBefore == null && from != null) {
      pair.put("countedFrom", from.toString());
    }
    return pair;
  }

  private static NaivePeriod running(Site site, int letters) {
    LocalDate today = site.dayAt(Portals.NOW);
    return NaivePeriod.free(
        NaivePeriod.parse(today.toString().substring(0, letters)).from(), today);
  }

  private Optional<NaivePeriod> compared(Site site, int letters) {
    LocalDate today = site.dayAt(Portals.NOW);
    return comparison == Comparison.NONE
        ? Optional.empty()
        : NaivePeriod.parse(today.toString().substring(0, letters)).compared(comparison, today);
  }

  private DaySums sums(Site site, NaivePeriod range) {
    return NaiveFigures.sums(events(site, range));
  }

  private DaySums comparedSums(Site site, NaivePeriod range, int letters) {
    var period = NaivePeriod.parse(site.dayAt(Portals.NOW).toString().substring(0, letters));
    return NaiveFigures.sums(
        events(site, range).stream()
            .filter(event -> NaiveReports.isUntilSameTime(event, period, comparison))
            .toList());
  }

  private List<Counted> events(Site site, NaivePeriod range) {
    var events = new ArrayList<Counted>();
    for (Counted event : portals.counted.get(site.id())) {
      if (!event.isRobots() && range.contains(event.day())) {
        events.add(event);
      }
    }
    return events;
  }
}
