package io.sitepulse.warehouse.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Registers the metrics of the sink. */
public final class MicrometerSinkMetrics implements SinkMetrics {
  private static final double MILLIS = 1000.0;

  private final MeterRegistry registry;
  private final DistributionSummary batch;
  private final Timer write;
  private final Counter failures;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong lag = new AtomicLong();
  private final AtomicLong delayMillis = new AtomicLong();

  public MicrometerSinkMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.batch =
        DistributionSummary.builder("sitepulse.sink.batch").baseUnit("records").register(registry);
    this.write = Timer.builder("sitepulse.sink.write").register(registry);
    this.failures = Counter.builder("sitepulse.sink.failures").register(registry);
    Gauge.builder("sitepulse.sink.waiting", waiting, AtomicLong::get).register(registry);
    Gauge.builder("sitepulse.sink.lag", lag, AtomicLong::get)
        .baseUnit("records")
        .register(registry);
    Gauge.builder("sitepulse.sink.delay", delayMillis, millis -> millis.get() / MILLIS)
        .baseUnit("seconds")
        .register(registry);
    // An alert sees an increase from 0, but not that a counter begins with 1.
    TopicTableMappings.topics().forEach(this::unreadableOf);
  }

  @Override
  public void written(String table, int rows) {
    Counter.builder("sitepulse.sink.rows").tag("table", table).register(registry).increment(rows);
  }

  @Override
  public void batch(int records, Duration took) {
    batch.record(records);
    write.record(took);
  }

  @Override
  public void failed() {
    failures.increment();
  }

  @Override
  public void waiting(boolean waits) {
    waiting.set(waits ? 1 : 0);
  }

  @Override
  public void unreadable(String topic) {
    unreadableOf(topic).increment();
  }

  private Counter unreadableOf(String topic) {
    return Counter.builder("sitepulse.sink.unreadable").tag("topic", topic).register(registry);
  }

  @Override
  public void lag(long records) {
    lag.set(records);
  }

  @Override
  public void delay(Duration age) {
    delayMillis.set(age.toMillis());
  }
}
