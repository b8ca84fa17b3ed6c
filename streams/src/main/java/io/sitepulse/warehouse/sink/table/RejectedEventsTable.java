package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.event.RejectedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code rejected_events}: what was accepted and not counted, and why. */
public final class RejectedEventsTable implements Table<RejectedEvent> {

  @Override
  public String name() {
    return "rejected_events";
  }

  @Override
  public @Nullable Row row(
      String key, @Nullable RejectedEvent event, RecordPosition recordPosition) {
    if (event == null) {
      return null;
    }
    return new Row(
        null,
        List.of(
            event.id(),
            event.topic(),
            Cell.text(event.subject()),
            Cell.day(event.day()),
            event.reason().label(),
            Cell.millis(event.received()),
            event.event()));
  }
}
