package io.sitepulse.warehouse.sink;

import java.time.Duration;

/** Records the metrics that tests assert. */
final class CountedMetrics implements SinkMetrics {
  int unreadable;
  int failures;
  boolean waiting;

  @Override
  public void written(String table, int rows) {}

  @Override
  public void batch(int records, Duration took) {}

  @Override
  public void failed() {
    failures++;
  }

  @Override
  public void waiting(boolean waits) {
    waiting = waits;
  }

  @Override
  public void unreadable(String topic) {
    unreadable++;
  }

  @Override
  public void lag(long records) {}

  @Override
  public void delay(Duration age) {}
}
