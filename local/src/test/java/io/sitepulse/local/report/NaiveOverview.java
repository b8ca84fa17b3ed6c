package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.util.ArrayList;
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
    var members = NaiveReports.members(new ReportRequest(scope, "2026", comparison, Map.of()));
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
    line.put("month", pair(members, 7));
    line.put("year", pair(members, 4));
    line.put("spark", spark);
    return line;
  }

  /** The running month or year, whose text is the beginning of its days. */
  private Object pair(List<Site> members, int letters) {
    DaySums now = DaySums.ZERO;
    DaySums before = comparison == Comparison.NONE ? null : DaySums.ZERO;
    for (Site site : members) {
      LocalDate today = site.dayAt(Portals.NOW);
      NaivePeriod period = NaivePeriod.parse(today.toString().substring(0, letters));
      now = now.plus(sums(site, NaivePeriod.free(period.from(), today)));
      Optional<NaivePeriod> other = period.compared(comparison, today);
      if (before != null && other.isPresent()) {
        before = before.plus(sums(site, other.get()));
      }
    }
    var pair = new LinkedHashMap<String, Object>();
    pair.put("now", NaiveReports.flat(now));
    pair.put("before", before == null ? null : NaiveReports.flat(before));
    pair.put("change", NaiveReports.change(now, before));
    return pair;
  }

  private DaySums sums(Site site, NaivePeriod range) {
    var events = new ArrayList<Counted>();
    for (Counted event : portals.counted.get(site.id())) {
      if (!event.isRobots() && range.contains(event.day())) {
        events.add(event);
      }
    }
    return NaiveFigures.sums(events);
  }
}
