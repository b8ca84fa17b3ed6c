package io.sitepulse.dashboard.auth.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** As {@code sitepulse.sign.ins} with tags {@code signInMethod} and {@code result}. */
public final class MicrometerAccountMetrics implements AccountMetrics {
  private final MeterRegistry registry;

  public MicrometerAccountMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (SignInMethod signInMethod : SignInMethod.values()) {
      counter(signInMethod, "ok");
      counter(signInMethod, "refused");
      counter(signInMethod, "throttled");
    }
  }

  @Override
  public void signedIn(SignInMethod signInMethod) {
    counter(signInMethod, "ok").increment();
  }

  @Override
  public void refused(SignInMethod signInMethod) {
    counter(signInMethod, "refused").increment();
  }

  @Override
  public void throttled(SignInMethod signInMethod) {
    counter(signInMethod, "throttled").increment();
  }

  private Counter counter(SignInMethod signInMethod, String result) {
    return Counter.builder("sitepulse.sign.ins")
        .description("Attempts to sign in")
        .tag("way", signInMethod.label())
        .tag("result", result)
        .register(registry);
  }
}
