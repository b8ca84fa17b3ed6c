package io.sitepulse.dashboard.auth.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts in {@code sitepulse.sign.ins} with the tags {@code way} and {@code result}. */
public final class MicrometerAccountMetrics implements AccountMetrics {
  private final MeterRegistry registry;

  public MicrometerAccountMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (SignInMethod method : SignInMethod.values()) {
      counter(method, "ok");
      counter(method, "refused");
      counter(method, "throttled");
    }
  }

  @Override
  public void signedIn(SignInMethod method) {
    counter(method, "ok").increment();
  }

  @Override
  public void refused(SignInMethod method) {
    counter(method, "refused").increment();
  }

  @Override
  public void throttled(SignInMethod method) {
    counter(method, "throttled").increment();
  }

  private Counter counter(SignInMethod method, String result) {
    return Counter.builder("sitepulse.sign.ins")
        .description("Attempts to sign in")
        .tag("way", method.label())
        .tag("result", result)
        .register(registry);
  }
}
