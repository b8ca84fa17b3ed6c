package io.sitepulse.runtime.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/** Creates the meter registry of a process. */
public final class Metrics {
  private static final double MILLIS = 1000;

  private Metrics() {}

  /** Creates a registry with the metrics of the JVM and the clock of the machine. */
  public static PrometheusMeterRegistry prometheus() {
    return prometheus(Clock.systemUTC());
  }

  @SuppressWarnings("resource") // The binder is used until the process ends.
  static PrometheusMeterRegistry prometheus(Clock clock) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("sitepulse.clock", clock, now -> now.millis() / MILLIS)
        .baseUnit("seconds")
        .description("Time of this machine, to be compared with the time of the scrape")
        .register(registry);
    return registry;
  }
}
