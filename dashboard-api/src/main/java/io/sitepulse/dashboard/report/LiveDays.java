package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Table;
import java.time.Instant;

/** What the counters say of sites at an instant, by their own local days. Never waits. */
final class LiveDays {
  private final Table<SiteCounters> counters;

  LiveDays(Table<SiteCounters> counters) {
    this.counters = counters;
  }

  CounterFigures figures(Site site, Instant now) {
    var snapshot = counters.get(site.id()).orElseGet(() -> SiteCounters.none(site.id()));
    return CounterFigures.at(snapshot, site, now);
  }

  DaySums today(Site site, Instant now) {
    return figures(site, now).today();
  }
}
