package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.event.PageView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code touched_days}: which days have new raw events. Its rows come after those of the events in
 * the same batch, and ClickHouse says when: whoever sees one sees the events too.
 */
public final class TouchedDaysTable implements Table<PageView> {

  @Override
  public String name() {
    return "touched_days";
  }

  private record SiteDay(String site, LocalDate day) {}

  @Override
  public @Nullable Row row(String key, @Nullable PageView event, RecordPosition recordPosition) {
    if (event == null) {
      return null;
    }
    LocalDate day = Cell.day(event.day());
    return new Row(new SiteDay(event.site(), day), List.of(event.site(), day));
  }

  @Override
  public Row merge(Row earlier, Row later) {
    return earlier;
  }
}
