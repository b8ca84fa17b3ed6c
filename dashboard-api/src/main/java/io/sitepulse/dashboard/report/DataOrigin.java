package io.sitepulse.dashboard.report;

import java.time.LocalDate;
import java.util.Map;

/**
 * Where the figures of a period come from.
 *
 * @param importedViews page views of closed days that were brought in without their events
 * @param firstDays the first day with figures by site id, of its predecessors too. A site without
 *     figures is missing
 */
public record DataOrigin(long importedViews, Map<String, LocalDate> firstDays) {
  public DataOrigin {
    firstDays = Map.copyOf(firstDays);
  }
}
