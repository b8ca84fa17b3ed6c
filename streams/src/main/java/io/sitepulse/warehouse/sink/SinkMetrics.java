package io.sitepulse.warehouse.sink;

import java.time.Duration;

/**
 * Metrics of the sink.
 *
 * <p>A batch is written again after a failure, so more rows may be written than are needed. The
 * tables then hold the same as before. Alert on {@link #waiting} for more than a few minutes, on
 * {@link #delay} that keeps growing, and on any {@link #unreadable} of a topic that streams itself
 * writes.
 */
public interface SinkMetrics {
  /** Counts rows that ClickHouse has stored. */
  void written(String table, int rows);

  /**
   * Counts a batch that ClickHouse has stored as a whole.
   *
   * @param records number of its records
   * @param took duration of the last attempt to write it
   */
  void batch(int records, Duration took);

  /** Counts a failed attempt to write a batch. */
  void failed();

  /** Reports whether a batch is waiting to be written again. */
  void waiting(boolean waits);

  /** Counts a record that cannot be read. It has no row. */
  void unreadable(String topic);

  /** Reports the records in the topics that are not stored, as of a few seconds ago. */
  void lag(long records);

  /** Reports the age of the oldest record that was read and is not stored, zero if none. */
  void delay(Duration age);
}
