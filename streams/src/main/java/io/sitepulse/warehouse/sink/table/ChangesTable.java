package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.change.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code changes}: who changed what. */
public final class ChangesTable implements Table<Change> {

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public @Nullable Row row(String key, @Nullable Change change, RecordPosition recordPosition) {
    return change == null ? null : new Row(change.id(), values(change));
  }

  private static List<Object> values(Change change) {
    return List.of(
        change.id(),
        Cell.millis(change.at()),
        change.by(),
        change.byName(),
        change.action(),
        change.subject(),
        Cell.json(change.before()),
        Cell.json(change.after()));
  }
}
