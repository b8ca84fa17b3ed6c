package io.sitepulse.warehouse.rollup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The same months of some sites, summed in one statement.
 *
 * @param sites ids of the sites, at least one
 * @param first first month
 * @param last last month
 */
record MonthBatch(List<String> sites, YearMonth first, YearMonth last) {
  private record Group(YearMonth first, YearMonth last) {}

  MonthBatch {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a batch must have a site");
    }
  }

  /** Groups ranges into batches. The groups keep the order of their first ranges. */
  static List<MonthBatch> of(List<MonthRange> ranges) {
    var groups = new LinkedHashMap<Group, List<String>>();
    for (MonthRange range : ranges) {
      groups
          .computeIfAbsent(new Group(range.first(), range.last()), group -> new ArrayList<>())
          .add(range.site());
    }
    var batches = new ArrayList<MonthBatch>();
    groups.forEach(
        (group, sites) -> {
          for (int begin = 0; begin < sites.size(); begin += SiteBatch.MAX_SITES) {
            int end = Math.min(begin + SiteBatch.MAX_SITES, sites.size());
            batches.add(new MonthBatch(sites.subList(begin, end), group.first, group.last));
          }
        });
    return batches;
  }

  /** Number of months, those of all sites. */
  int months() {
    return Math.multiplyExact(sites.size(), new MonthRange(sites.get(0), first, last).months());
  }

  LocalDate from() {
    return first.atDay(1);
  }

  LocalDate to() {
    return last.atEndOfMonth();
  }
}
