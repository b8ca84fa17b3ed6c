package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.event.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code page_view_receipts}: how often it was delivered, one row a record of the topic. */
public final class PageViewReceiptsTable implements Table<PageView> {

  @Override
  public String name() {
    return "page_view_receipts";
  }

  @Override
  public @Nullable Row row(String key, @Nullable PageView event, RecordPosition recordPosition) {
    if (event == null) {
      return null;
    }
    return new Row(
        null,
        List.of(
            event.site(),
            Cell.day(event.day()),
            event.id(),
            Cell.millis(event.at()),
            Cell.millis(event.received()),
            Cell.millis(recordPosition.time()),
            recordPosition.partition(),
            recordPosition.offset()));
  }
}
