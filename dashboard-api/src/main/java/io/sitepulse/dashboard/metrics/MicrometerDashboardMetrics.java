package io.sitepulse.dashboard.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.event.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The module's counts as meters of the process's registry. */
public final class MicrometerDashboardMetrics implements DashboardMetrics {
  private final MeterRegistry registry;
  private final AtomicInteger open = new AtomicInteger();
  private final Counter turnedAway;
  private final Counter messages;
  private final Counter skipped;
  private final Counter received;
  private final Counter accepted;
  private final Counter slowedDown;
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

  public MicrometerDashboardMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("sitepulse.streams.open", open, AtomicInteger::get)
        .description("Readers with an open event stream")
        .register(registry);
    this.turnedAway = counter("sitepulse.streams.turned.away", "Readers over the limit");
    this.messages = counter("sitepulse.messages.sent", "Messages written to readers");
    this.skipped = counter("sitepulse.messages.skipped", "Messages a slow reader did not get");
    this.received = counter("sitepulse.votes.received", "Votes that reached the door");
    this.accepted = counter("sitepulse.votes.accepted", "Votes answered 202");
    this.slowedDown = counter("sitepulse.votes.slowed.down", "Votes answered 429");
    for (Reason reason : Reason.values()) {
      refused.put(reason, refusedCounter(reason));
    }
  }

  @Override
  public void streamOpened() {
    open.incrementAndGet();
  }

  @Override
  public void streamClosed() {
    open.decrementAndGet();
  }

  @Override
  public void streamTurnedAway() {
    turnedAway.increment();
  }

  @Override
  public void messageSent(int readers) {
    messages.increment(readers);
  }

  @Override
  public void messageSkipped() {
    skipped.increment();
  }

  @Override
  public void voteReceived() {
    received.increment();
  }

  @Override
  public void voteAccepted() {
    accepted.increment();
  }

  @Override
  public void voteRefused(Reason reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
  }

  @Override
  public void voteSlowedDown() {
    slowedDown.increment();
  }

  @Override
  public void definitionsSeeded(int count) {
    counter("sitepulse.definitions.seeded", "New definitions of the seed file").increment(count);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Counter refusedCounter(Reason reason) {
    return Counter.builder("sitepulse.votes.refused")
        .description("Votes not taken")
        .tag("reason", reason.label())
        .register(registry);
  }
}
