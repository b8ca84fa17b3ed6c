package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of whole sites: days as they were counted, and what is broken down from the rollups. */
final class CountedFigures implements FigureSource {
  private final CountedDays days;
  private final DimensionDays dimensions;

  CountedFigures(CountedDays days, DimensionDays dimensions) {
    this.days = days;
    this.dimensions = dimensions;
  }

  @Override
  public Map<LocalDate, DaySums> days(Extent extent, Period range) {
    return days.byDay(extent, range);
  }

  @Override
  public Map<String, DaySums> sites(Extent extent, Period range) {
    return days.bySite(extent, range);
  }

  @Override
  public Map<Integer, DaySums> hours(Extent extent, LocalDate day) {
    return extent.parts().isEmpty() ? Map.of() : dimensions.hours(extent.members(), day);
  }

  @Override
  public List<Hours.Cell> week(Extent extent, Period range) {
    return extent.parts().isEmpty() ? List.of() : dimensions.week(extent.members(), range);
  }

  @Override
  public Values values(
      Extent extent, Dimension dimension, Listing listing, Period range, Optional<Period> before) {
    return extent.parts().isEmpty()
        ? new Values(0, DaySums.ZERO, List.of())
        : dimensions.values(extent.members(), dimension, listing, range, before);
  }
}
