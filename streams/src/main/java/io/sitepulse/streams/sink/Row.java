package io.sitepulse.streams.sink;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row for ClickHouse.
 *
 * @param key rows of one batch with the same key become one, see {@link Table#merge}; null: the row
 *     stands for itself
 * @param values in the order of the columns of the table's insert statement
 */
record Row(@Nullable Object key, List<Object> values) {
  Row {
    values = List.copyOf(values);
  }
}
