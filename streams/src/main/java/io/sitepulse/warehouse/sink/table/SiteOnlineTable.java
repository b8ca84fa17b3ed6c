package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.counter.SiteCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code site_online}: the most visitors online, minute by minute. */
public final class SiteOnlineTable implements Table<SiteCounters> {
  private static final int PEAK = 2;

  private record SiteMinute(String site, long minute) {}

  @Override
  public String name() {
    return "site_online";
  }

  @Override
  public @Nullable Row row(
      String key, @Nullable SiteCounters counters, RecordPosition recordPosition) {
    if (counters == null) {
      return null;
    }
    long minute = Cell.minute(counters.asOf());
    return new Row(
        new SiteMinute(counters.site(), minute),
        List.of(counters.site(), minute, counters.online()));
  }

  @Override
  public Row merge(Row earlier, Row later) {
    return peak(earlier) > peak(later) ? earlier : later;
  }

  private static long peak(Row row) {
    return (long) row.values().get(PEAK);
  }
}
