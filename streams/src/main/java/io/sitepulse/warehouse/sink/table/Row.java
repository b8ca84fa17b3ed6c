package io.sitepulse.warehouse.sink.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row for ClickHouse.
 *
 * @param key rows of one batch with the same key become one, see {@link Table#merge}; null: the row
 *     stands for itself
 * @param values in the order of the columns of the table's insert statement
 */
public record Row(@Nullable Object key, List<Object> values) {
  public Row {
    values = List.copyOf(values);
  }
}
