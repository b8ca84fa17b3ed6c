package io.sitepulse.warehouse.sink.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row to insert into a ClickHouse table.
 *
 * @param key rows of one batch with equal keys are merged into one, see {@link Table#merge}. Null
 *     if the row is never merged
 * @param values one value for each of {@link Table#columns}, in the same order. It is not changed
 */
public record Row(@Nullable Object key, List<Object> values) {}
