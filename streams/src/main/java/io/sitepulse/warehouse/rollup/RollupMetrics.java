package io.sitepulse.warehouse.rollup;

import java.time.Duration;

/**
 * What the rollups tell of themselves. Days recomputed may be more than days needed: a day of today
 * is recomputed as often as it has new events. Alert on {@link #waiting} that keeps growing, and on
 * {@link #failed} for more than a few minutes.
 */
public interface RollupMetrics {

  /** Months were summed up from their days. */
  void summedUp(int months);

  /** The events of days were resolved in one statement. */
  void resolved(int days);

  /** Days were recomputed in one statement. */
  void recomputed(int days, Duration took);

  /** Days that wait to be recomputed, as of the last look. */
  void waiting(long days);

  /** ClickHouse was away or refused a statement; it is tried again. */
  void failed();
}
