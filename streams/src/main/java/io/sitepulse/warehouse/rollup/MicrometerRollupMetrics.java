package io.sitepulse.warehouse.rollup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Registers the metrics of the rollups. More days may be recomputed than exist: a day of today is
 * recomputed whenever it has new events. Alert on {@link #waiting} that keeps growing, and on
 * {@link #failed} for more than a few minutes.
 */
public final class MicrometerRollupMetrics {
  private final Counter days;
  private final Counter months;
  private final Counter resolved;
  private final Timer recompute;
  private final Counter failures;
  private final AtomicLong waiting = new AtomicLong();

  public MicrometerRollupMetrics(MeterRegistry registry) {
    this.days = Counter.builder("sitepulse.rollup.days").baseUnit("days").register(registry);
    this.months = Counter.builder("sitepulse.rollup.months").baseUnit("months").register(registry);
    this.resolved =
        Counter.builder("sitepulse.rollup.resolved").baseUnit("days").register(registry);
    this.recompute = Timer.builder("sitepulse.rollup.recompute").register(registry);
    this.failures = Counter.builder("sitepulse.rollup.failures").register(registry);
    Gauge.builder("sitepulse.rollup.waiting", waiting, AtomicLong::get)
        .baseUnit("days")
        .register(registry);
  }

  /** Counts days that one statement has recomputed. */
  void recomputed(int count, Duration took) {
    days.increment(count);
    recompute.record(took);
  }

  /** Counts months whose totals were recomputed. */
  void summedUp(int count) {
    months.increment(count);
  }

  /** Counts days whose events were resolved. */
  void resolved(int count) {
    resolved.increment(count);
  }

  /** Reports the number of stale days. */
  void waiting(long count) {
    waiting.set(count);
  }

  /** Counts a failure of ClickHouse. The work is retried. */
  void failed() {
    failures.increment();
  }
}
