package io.sitepulse.warehouse.rollup;

import java.util.List;

/**
 * Days whose rollups have not seen all of their raw events.
 *
 * @param live runs of today and yesterday, whose visitors are there now
 * @param history all others, the latest first; if there are very many, the latest of them
 * @param days how many days there are in all
 */
record StaleDays(List<DayRange> live, List<DayRange> history, long days) {
  StaleDays {
    live = List.copyOf(live);
    history = List.copyOf(history);
  }
}
