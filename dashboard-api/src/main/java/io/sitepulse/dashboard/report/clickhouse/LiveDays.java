package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;

/** Reads the live counters of a site at an instant, by its local day. Never blocks. */
public final class LiveDays {
  private final TopicTable<SiteCounters> counters;

  public LiveDays(TopicTable<SiteCounters> counters) {
    this.counters = counters;
  }

  public CounterFigures figures(Site site, Instant now) {
    var snapshot = counters.get(site.id()).orElseGet(() -> SiteCounters.none(site.id()));
    return CounterFigures.at(snapshot, site, now);
  }

  /** The latest days of a site that have events, at most {@value SiteCounters#DAYS_KEPT}. */
  SortedMap<LocalDate, DaySums> days(Site site) {
    return counters.get(site.id()).map(SiteCounters::days).orElseGet(Collections::emptySortedMap);
  }

  DaySums today(Site site, Instant now) {
    return figures(site, now).today();
  }
}
