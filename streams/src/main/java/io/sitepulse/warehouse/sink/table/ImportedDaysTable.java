package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code imported_days}: what was counted elsewhere, for the audit and for whoever asks where it
 * comes from. A day that was taken back has zeros and no source.
 */
public final class ImportedDaysTable implements Table<ImportedDay> {

  @Override
  public String name() {
    return "imported_days";
  }

  @Override
  public Row row(String key, @Nullable ImportedDay day, RecordPosition recordPosition) {
    List<Object> values =
        day == null ? gone(DayKey.parse(key)) : values(day.key(), day.sums(), day.ledger());
    values.addAll(
        day == null
            ? List.of(false, "", "", recordPosition.offset())
            : List.of(day.raw(), day.source(), day.enteredBy(), recordPosition.offset()));
    return new Row(key, values);
  }

  private static List<Object> gone(DayKey key) {
    return values(key, DaySums.ZERO, Ledger.EMPTY);
  }

  private static List<Object> values(DayKey key, DaySums sums, Ledger ledger) {
    return new ArrayList<>(
        List.of(
            key.site(),
            Cell.day(key.day()),
            sums.views(),
            sums.visits(),
            sums.visitors(),
            sums.engagedMs(),
            ledger.received(),
            ledger.views(),
            ledger.heartbeats(),
            ledger.duplicates(),
            ledger.bots(),
            Cell.byLabel(ledger.rejected()),
            ledger.mergedVisits()));
  }
}
