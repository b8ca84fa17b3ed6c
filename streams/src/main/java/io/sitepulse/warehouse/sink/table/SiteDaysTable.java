package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.counter.SiteDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code site_days}: what counters and ledger say of a site and day. */
public final class SiteDaysTable implements Table<SiteDay> {

  @Override
  public String name() {
    return "site_days";
  }

  @Override
  public @Nullable Row row(String key, @Nullable SiteDay day, RecordPosition recordPosition) {
    return day == null ? null : new Row(key, values(day, recordPosition));
  }

  private static List<Object> values(SiteDay day, RecordPosition recordPosition) {
    return List.of(
        day.site(),
        Cell.day(day.day()),
        day.sums().views(),
        day.sums().visits(),
        day.sums().visitors(),
        day.sums().engagedMs(),
        day.ledger().received(),
        day.ledger().views(),
        day.ledger().heartbeats(),
        day.ledger().duplicates(),
        day.ledger().bots(),
        Cell.byLabel(day.ledger().rejected()),
        day.ledger().mergedVisits(),
        Cell.millis(day.asOf()),
        recordPosition.offset());
  }
}
