package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.WeekHeatMap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Figures of whole sites. Sums of closed days are from {@code site_days}, those of today and of the
 * latest days from the live counters of each site, never both. So a sink that is behind makes no
 * sum too low. Breakdowns are from the rollups.
 */
final class CountedFigures implements FigureSource {
  private final SiteDayQueries siteDays;
  private final LiveDays live;
  private final DimensionDayQueries dimensions;

  CountedFigures(SiteDayQueries siteDays, LiveDays live, DimensionDayQueries dimensions) {
    this.siteDays = siteDays;
    this.live = live;
    this.dimensions = dimensions;
  }

  @Override
  public Map<LocalDate, DaySums> days(SiteSet siteSet, Period range) {
    return add(new TreeMap<>(), siteSet, range, siteDays::byDay, (site, day) -> day);
  }

  @Override
  public Map<String, DaySums> sites(SiteSet siteSet, Period range) {
    return add(new HashMap<>(), siteSet, range, siteDays::bySite, (site, day) -> site.id());
  }

  @Override
  public Map<Integer, DaySums> hours(SiteSet siteSet, LocalDate day) {
    return siteSet.parts().isEmpty() ? Map.of() : dimensions.hours(siteSet.members(), day);
  }

  @Override
  public List<WeekHeatMap.Cell> week(SiteSet siteSet, Period range) {
    return siteSet.parts().isEmpty() ? List.of() : dimensions.week(siteSet.members(), range);
  }

  @Override
  public Values values(
      SiteSet siteSet,
      Dimension dimension,
      ListQuery listQuery,
      Period range,
      Optional<Period> before) {
    return siteSet.parts().isEmpty()
        ? new Values(0, DaySums.ZERO, List.of())
        : dimensions.values(siteSet.members(), dimension, listQuery, range, before);
  }

  /** Names the sum that a day of a site belongs to. */
  private interface Key<K> extends BiFunction<Site, LocalDate, K> {}

  private <K> Map<K, DaySums> add(
      Map<K, DaySums> sums,
      SiteSet siteSet,
      Period range,
      BiFunction<Collection<Site>, Period, Map<K, DaySums>> stored,
      Key<K> key) {
    siteSet
        .byToday()
        .forEach(
            (today, sites) -> {
              LocalDate recent = today.minusDays(SiteCounters.DAYS_KEPT);
              SiteSet.closed(range, recent)
                  .map(older -> stored.apply(sites, older))
                  .ifPresent(more -> more.forEach((k, v) -> sums.merge(k, v, DaySums::plus)));
              SiteSet.closed(range, today)
                  .filter(closed -> !closed.to().isBefore(recent))
                  .map(closed -> Period.free(latest(closed.from(), recent), closed.to()))
                  .ifPresent(days -> addRecent(sums, sites, days, key));
              if (range.contains(today)) {
                sites.forEach(
                    site ->
                        sums.merge(
                            key.apply(site, today),
                            live.today(site, siteSet.now()),
                            DaySums::plus));
              }
            });
    return sums;
  }

  /**
   * Adds recent closed days. Days that the live counters still hold are theirs, because ClickHouse
   * may be behind.
   */
  private <K> void addRecent(
      Map<K, DaySums> sums, Collection<Site> sites, Period days, Key<K> key) {
    Map<SiteDayQueries.SiteDay, DaySums> stored = siteDays.bySiteAndDay(sites, days);
    for (Site site : sites) {
      SortedMap<LocalDate, DaySums> counted = live.days(site);
      for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
        DaySums one = counted.get(day);
        if (one == null) {
          one = stored.get(new SiteDayQueries.SiteDay(site.id(), day));
        }
        if (one != null) {
          sums.merge(key.apply(site, day), one, DaySums::plus);
        }
      }
    }
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
