package io.sitepulse.warehouse.sink;

import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of one table in a batch; those of one key become one. */
final class Rows {
  private final Table<?> table;
  private final Map<Object, Row> rows = new LinkedHashMap<>();

  Rows(Table<?> table) {
    this.table = table;
  }

  void add(Row row) {
    Object key = row.key();
    if (key == null) {
      rows.put(new Object(), row);
    } else {
      rows.merge(key, row, table::merge);
    }
  }

  Collection<Row> all() {
    return Collections.unmodifiableCollection(rows.values());
  }
}
