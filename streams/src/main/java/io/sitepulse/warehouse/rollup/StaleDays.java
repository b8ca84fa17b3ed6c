package io.sitepulse.warehouse.rollup;

import java.util.List;

/**
 * Days whose rollups are older than their newest raw events.
 *
 * @param live today and yesterday, which may have visitors online
 * @param history the other days, the latest first
 * @param complete whether these are all, or only the latest of very many
 */
record StaleDays(List<DayRange> live, List<DayRange> history, boolean complete) {
  StaleDays {
    live = List.copyOf(live);
    history = List.copyOf(history);
  }

  /** Number of days. */
  long days() {
    return live.stream().mapToLong(DayRange::days).sum()
        + history.stream().mapToLong(DayRange::days).sum();
  }
}
