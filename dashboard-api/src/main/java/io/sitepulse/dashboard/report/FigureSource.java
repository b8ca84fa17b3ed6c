package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where figures come from: counters and rollups, or the raw events if visits are filtered. */
interface FigureSource {
  /** Sums by day; days without any are left out. */
  Map<LocalDate, DaySums> days(Extent extent, Period range);

  /** Sums by site, of those that are added up. */
  Map<String, DaySums> sites(Extent extent, Period range);

  /** Sums by hour of a day, 0 to 23; hours without any are left out. */
  Map<Integer, DaySums> hours(Extent extent, LocalDate day);

  /** By weekday and hour; those without any are left out. */
  List<Hours.Cell> week(Extent extent, Period range);

  /**
   * The values of a dimension.
   *
   * @param before the days they are held against
   */
  Values values(
      Extent extent, Dimension dimension, Listing listing, Period range, Optional<Period> before);

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
