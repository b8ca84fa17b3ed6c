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

/** A source of figures: counters and rollups, or the raw events if visits are filtered. */
interface FigureSource {
  /** Sums by day, without days that have none. */
  Map<LocalDate, DaySums> days(SiteSet siteSet, Period range);

  /** Sums by site id, predecessors on their own. */
  Map<String, DaySums> sites(SiteSet siteSet, Period range);

  /** Sums by hour of a day, 0 to 23, without hours that have none. */
  Map<Integer, DaySums> hours(SiteSet siteSet, LocalDate day);

  /** Page views and visits by weekday and hour, without hours that have none. */
  List<WeekHeatMap.Cell> week(SiteSet siteSet, Period range);

  /**
   * The values of a dimension.
   *
   * @param before the days to compare with
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
   * @param rows number of values that match the search
   * @param totals of all values
   * @param listed the requested page of the list
   */
  record Values(long rows, DaySums totals, List<Value> listed) {}

  /**
   * One value.
   *
   * @param title empty if there is none
   */
  record Value(String value, String title, DaySums sums, DaySums before) {
    /** The same value with a title. */
    Value withTitle(String name) {
      return new Value(value, name, sums, before);
    }
  }
}
