package io.sitepulse.dashboard.report;

import java.util.List;

/**
 * When a site is read.
 *
 * @param cells all 168, by weekday and hour
 */
public record WeekHeatMap(List<Cell> cells) {
  public WeekHeatMap {
    cells = List.copyOf(cells);
  }

  /**
   * One hour of one weekday, over all days asked for.
   *
   * @param weekday 1 Monday to 7 Sunday
   * @param hour 0 to 23, local time
   * @param views page views in it
   * @param visits visits that had a view in it
   */
  public record Cell(int weekday, int hour, long views, long visits) {}
}
