package io.sitepulse.warehouse.sink;

import java.time.Duration;

/**
 * What the sink tells of itself.
 *
 * <p>Rows written may be more than rows needed, since a batch is written again after a failure; the
 * tables then hold the same as before. Alert on {@link #waiting} for more than a few minutes, on
 * {@link #delay} that keeps growing, and on any {@link #unreadable} of a topic that streams itself
 * writes.
 */
public interface SinkMetrics {

  /** Rows ClickHouse acknowledged. */
  void written(String table, int rows);

  /** A batch ClickHouse acknowledged whole: its records, and how long its last attempt took. */
  void batch(int records, Duration took);

  /** An attempt ClickHouse did not acknowledge. */
  void failed();

  /** Whether a batch waits for ClickHouse to take it after all. */
  void waiting(boolean waits);

  /** A record that nobody can read; it has no row. */
  void unreadable(String topic);

  /** Records in the topics that ClickHouse has not acknowledged, as of a few seconds ago. */
  void lag(long records);

  /** Age of the oldest record that was read and not acknowledged; zero if there is none. */
  void delay(Duration age);
}
