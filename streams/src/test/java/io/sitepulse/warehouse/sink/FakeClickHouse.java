package io.sitepulse.warehouse.sink;

import io.sitepulse.warehouse.sink.table.Row;
import java.util.ArrayList;
import java.util.List;

/** Takes batches, or does not. */
final class FakeClickHouse implements BatchWriter {
  final List<List<Row>> batches = new ArrayList<>();
  boolean away;
  int attempts;

  @Override
  public void write(Batch batch) {
    attempts++;
    if (away) {
      throw new IllegalStateException("away");
    }
    if (!batch.isEmpty()) {
      batches.add(batch.tables().stream().flatMap(table -> batch.rows(table).stream()).toList());
    }
  }

  /** Ids of the events in the rows of page_views taken so far. */
  List<Object> events() {
    return batches.stream()
        .flatMap(List::stream)
        .filter(row -> row.values().size() == 21)
        .map(row -> row.values().get(2))
        .toList();
  }
}
