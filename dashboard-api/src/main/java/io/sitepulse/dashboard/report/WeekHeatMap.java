package io.sitepulse.dashboard.report;

import java.util.Collection;
import java.util.List;

/**
 * Page views and visits by weekday and hour.
 *
 * @param cells all 168, ordered by weekday and hour
 */
public record WeekHeatMap(List<Cell> cells) {
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  public WeekHeatMap {
    cells = List.copyOf(cells);
  }

  /**
   * A complete heat map.
   *
   * @param cells in any order. Cells of the same hour are added, missing ones have zeros
   */
  public static WeekHeatMap of(Collection<Cell> cells) {
    var all = new Cell[DAYS * HOURS];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Cell(i / HOURS + 1, i % HOURS, 0, 0);
    }
    for (Cell cell : cells) {
      int i = (cell.weekday() - 1) * HOURS + cell.hour();
      all[i] = all[i].plus(cell);
    }
    return new WeekHeatMap(List.of(all));
  }

  /**
   * One hour of one weekday, summed over all days of the period.
   *
   * @param weekday 1 Monday to 7 Sunday
   * @param hour 0 to 23, local time
   * @param views page views
   * @param visits visits with at least one page view in this hour
   */
  public record Cell(int weekday, int hour, long views, long visits) {
    /** The sum of two cells of the same hour. */
    public Cell plus(Cell other) {
      return new Cell(weekday, hour, views + other.views, visits + other.visits);
    }
  }
}
