package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.event.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code page_views}: what happened, one row an event id inside (site, day). */
public final class PageViewsTable implements Table<PageView> {

  @Override
  public String name() {
    return "page_views";
  }

  @Override
  public @Nullable Row row(String key, @Nullable PageView event, RecordPosition recordPosition) {
    return event == null ? null : new Row(null, values(event, recordPosition));
  }

  private static List<Object> values(PageView event, RecordPosition recordPosition) {
    return List.of(
        event.site(),
        Cell.day(event.day()),
        event.id(),
        event.kind().label(),
        Cell.visitor(event.visitor()),
        Cell.millis(event.at()),
        Cell.millis(event.received()),
        event.page(),
        Cell.text(event.title()),
        Cell.text(event.referrer()),
        Cell.text(event.language()),
        event.agent().device(),
        event.agent().browser(),
        event.agent().system(),
        Cell.text(event.agent().bot()),
        Cell.id(event.view()),
        event.engagedMs(),
        recordPosition.partition(),
        recordPosition.offset(),
        recordPosition.precedence(),
        Cell.text(event.country()));
  }
}
