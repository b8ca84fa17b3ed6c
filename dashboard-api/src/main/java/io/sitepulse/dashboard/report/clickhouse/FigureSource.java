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

/** Where figures come from: counters and rollups, or the raw events if visits are filtered. */
interface FigureSource {
  /** Sums by day; days without any are left out. */
  Map<LocalDate, DaySums> days(SiteSet siteSet, Period range);

  /** Sums by site, of those that are added up. */
  Map<String, DaySums> sites(SiteSet siteSet, Period range);

  /** Sums by hour of a day, 0 to 23; hours without any are left out. */
  Map<Integer, DaySums> hours(SiteSet siteSet, LocalDate day);

  /** By weekday and hour; those without any are left out. */
  List<WeekHeatMap.Cell> week(SiteSet siteSet, Period range);

  /**
   * The values of a dimension.
   *
   * @param before the days they are held against
   */
  Values values(
      SiteSet siteSet,
      Dimension dimension,
      ListQuery listQuery,
      Period range,
      Optional<Period> before);

  /**
   * Values of a dimension.
   *
   * @param rows how many there are that were searched for
   * @param totals of all
   * @param listed those asked for
   */
  record Values(long rows, DaySums totals, List<Value> listed) {}

  /**
   * One value.
   *
   * @param title empty: none
   */
  record Value(String value, String title, DaySums sums, DaySums before) {
    /** The same with another title. */
    Value named(String name) {
      return new Value(value, name, sums, before);
    }
  }
}
