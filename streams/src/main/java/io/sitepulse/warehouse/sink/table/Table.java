package io.sitepulse.warehouse.sink.table;

import org.jspecify.annotations.Nullable;

/**
 * A ClickHouse table and how records of one topic become its rows. The insert statement is the
 * resource {@code <name>.sql} beside this class.
 */
public interface Table<V> {

  /** The table's name without database; also the metric tag. */
  String name();

  /**
   * The row of a record.
   *
   * @param key the record's key
   * @param value the record's value; null: the key is gone
   * @param recordPosition where the record stands
   * @return null if the record has no row here
   */
  @Nullable Row row(String key, @Nullable V value, RecordPosition recordPosition);

  /** One row for two of the same key; unless told otherwise the later one says it all. */
  default Row merge(Row earlier, Row later) {
    return later;
  }
}
