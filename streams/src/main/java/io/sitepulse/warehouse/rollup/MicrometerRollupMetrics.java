package io.sitepulse.warehouse.rollup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The rollups' metrics in a registry. */
public final class MicrometerRollupMetrics implements RollupMetrics {
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

  @Override
  public void recomputed(int recomputed, Duration took) {
    days.increment(recomputed);
    recompute.record(took);
  }

  @Override
  public void summedUp(int summed) {
    months.increment(summed);
  }

  @Override
  public void resolved(int more) {
    resolved.increment(more);
  }

  @Override
  public void waiting(long now) {
    waiting.set(now);
  }

  @Override
  public void failed() {
    failures.increment();
  }
}
