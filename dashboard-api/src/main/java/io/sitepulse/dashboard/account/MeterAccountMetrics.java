package io.sitepulse.dashboard.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** As {@code sitepulse.sign.ins} with tags {@code way} and {@code result}. */
final class MeterAccountMetrics implements AccountMetrics {
  private final MeterRegistry registry;

  MeterAccountMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Way way : Way.values()) {
      counter(way, "ok");
      counter(way, "refused");
      counter(way, "throttled");
    }
  }

  @Override
  public void signedIn(Way way) {
    counter(way, "ok").increment();
  }

  @Override
  public void refused(Way way) {
    counter(way, "refused").increment();
  }

  @Override
  public void throttled(Way way) {
    counter(way, "throttled").increment();
  }

  private Counter counter(Way way, String result) {
    return Counter.builder("sitepulse.sign.ins")
        .description("Attempts to sign in")
        .tag("way", way.label())
        .tag("result", result)
        .register(registry);
  }
}
