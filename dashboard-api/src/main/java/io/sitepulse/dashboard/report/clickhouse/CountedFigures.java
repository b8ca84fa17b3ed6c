package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.WeekHeatMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of whole sites: sums of days from the counters, breakdowns from the rollups. */
final class CountedFigures implements FigureSource {
  private final CountedDays days;
  private final DimensionDayQueries dimensions;

  CountedFigures(CountedDays days, DimensionDayQueries dimensions) {
    this.days = days;
    this.dimensions = dimensions;
  }

  @Override
  public Map<LocalDate, DaySums> days(SiteSet siteSet, Period range) {
    return days.byDay(siteSet, range);
  }

  @Override
  public Map<String, DaySums> sites(SiteSet siteSet, Period range) {
    return days.bySite(siteSet, range);
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
}
