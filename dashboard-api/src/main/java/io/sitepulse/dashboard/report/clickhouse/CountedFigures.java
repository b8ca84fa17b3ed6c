package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
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
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Figures of whole sites. Sums of closed days are from {@code site_days}, those of today from the
 * live counters of each site, never both. Breakdowns are from the rollups.
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
    return add(new TreeMap<>(), siteSet, range, siteDays::byDay, site -> site.dayAt(siteSet.now()));
  }

  @Override
  public Map<String, DaySums> sites(SiteSet siteSet, Period range) {
    return add(new HashMap<>(), siteSet, range, siteDays::bySite, Site::id);
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
