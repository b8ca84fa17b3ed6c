package io.sitepulse.warehouse.rollup;

import java.util.List;

/**
 * Days whose rollups are older than their newest raw events.
 *
 * @param live today and yesterday, which may have visitors online
 * @param history the other days, the latest first, limited to the latest if there are very many
 * @param days total number of stale days
 */
record StaleDays(List<DayRange> live, List<DayRange> history, long days) {
  StaleDays {
    live = List.copyOf(live);
    history = List.copyOf(history);
  }
}
