package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Sums of whole sites by day: closed days from {@code site_days}, today of each site from the live
 * counters, never both.
 */
final class CountedDays {
  private final SiteDayQueries days;
  private final LiveDays live;

  CountedDays(SiteDayQueries days, LiveDays live) {
    this.days = days;
    this.live = live;
  }

  /** Sums by day, without days that have none. */
  Map<LocalDate, DaySums> byDay(SiteSet siteSet, Period range) {
    return add(new TreeMap<>(), siteSet, range, days::byDay, site -> site.dayAt(siteSet.now()));
  }

  /** Sums by site id. */
  Map<String, DaySums> bySite(SiteSet siteSet, Period range) {
    return add(new HashMap<>(), siteSet, range, days::bySite, Site::id);
  }

  private <K> Map<K, DaySums> add(
      Map<K, DaySums> sums,
      SiteSet siteSet,
      Period range,
      BiFunction<Collection<Site>, Period, Map<K, DaySums>> stored,
      Function<Site, K> key) {
    siteSet
        .byToday()
        .forEach(
            (today, sites) -> {
              SiteSet.closed(range, today)
                  .map(closed -> stored.apply(sites, closed))
                  .ifPresent(more -> more.forEach((k, v) -> sums.merge(k, v, DaySums::plus)));
              if (range.contains(today)) {
                sites.forEach(
                    site ->
                        sums.merge(
                            key.apply(site), live.today(site, siteSet.now()), DaySums::plus));
              }
            });
    return sums;
  }
}
