package io.sitepulse.warehouse.sink;

import io.sitepulse.warehouse.sink.table.Row;
import java.util.ArrayList;
import java.util.List;

/** Stores batches in memory, or refuses them. */
final class FakeClickHouse implements BatchWriter {
  final List<List<Row>> batches = new ArrayList<>();
  boolean down;
  int attempts;

  @Override
  public void write(Batch batch) {
    attempts++;
    if (down) {
      throw new IllegalStateException("down");
    }
    if (!batch.isEmpty()) {
      batches.add(BatchRows.of(batch));
    }
  }

  /** Ids of the events in the rows of page_views stored so far. */
  List<Object> eventIds() {
    return batches.stream()
        .flatMap(List::stream)
        .filter(row -> row.values().size() > 3 && "view".equals(row.values().get(3)))
        .map(row -> row.values().get(2))
        .toList();
  }
}
