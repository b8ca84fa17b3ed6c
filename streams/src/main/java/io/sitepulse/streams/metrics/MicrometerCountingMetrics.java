package io.sitepulse.streams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;

/** {@link CountingMetrics} as meters: {@code sitepulse.events.…} and {@code sitepulse.votes.…}. */
public final class MicrometerCountingMetrics implements CountingMetrics {
  private static final String REASON = "reason";

  private final MeterRegistry registry;

  public MicrometerCountingMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void counted(EventKind kind) {
    counter("sitepulse.events.counted", "kind", kind.label(), "events").increment();
  }

  @Override
  public void duplicate() {
    registry.counter("sitepulse.events.duplicates").increment();
  }

  @Override
  public void bot() {
    registry.counter("sitepulse.events.bots").increment();
  }

  @Override
  public void rejected(Reason reason) {
    counter("sitepulse.events.rejected", REASON, reason.label(), "events").increment();
  }

  @Override
  public void ballot() {
    registry.counter("sitepulse.votes.ballots").increment();
  }

  @Override
  public void ballotChanged() {
    registry.counter("sitepulse.votes.changes").increment();
  }

  @Override
  public void duplicateVote() {
    registry.counter("sitepulse.votes.duplicates").increment();
  }

  @Override
  public void rejectedVote(Reason reason) {
    counter("sitepulse.votes.rejected", REASON, reason.label(), "votes").increment();
  }

  private Counter counter(String name, String tag, String value, String unit) {
    return Counter.builder(name).baseUnit(unit).tag(tag, value).register(registry);
  }
}
