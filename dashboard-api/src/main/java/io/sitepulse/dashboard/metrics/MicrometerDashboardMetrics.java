package io.sitepulse.dashboard.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.event.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The metrics of event streams, votes and seeding. Thread-safe.
 *
 * <p>Invariants: votes received = accepted + refused (all reasons) + rate-limited. Streams opened −
 * closed = streams open now.
 *
 * <p>Alert when votes refused with reason {@code unavailable} rise (Kafka is not available), when
 * streams are refused (raise the limit or start another instance), and when votes are rate-limited
 * for long (many people behind one address, or one person stuffing the ballot box).
 */
public final class MicrometerDashboardMetrics {
  private final MeterRegistry registry;
  private final AtomicInteger open = new AtomicInteger();
  private final Counter refusedStreams;
  private final Counter messages;
  private final Counter skipped;
  private final Counter received;
  private final Counter accepted;
  private final Counter rateLimited;
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

  public MicrometerDashboardMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("sitepulse.streams.open", open, AtomicInteger::get)
        .description("Open event streams")
        .register(registry);
    this.refusedStreams =
        counter("sitepulse.streams.turned.away", "Event streams refused at a connection limit");
    this.messages = counter("sitepulse.messages.sent", "Messages written to event streams");
    this.skipped =
        counter("sitepulse.messages.skipped", "Messages not written because a client was slow");
    this.received = counter("sitepulse.votes.received", "Votes received");
    this.accepted = counter("sitepulse.votes.accepted", "Votes answered 202");
    this.rateLimited = counter("sitepulse.votes.slowed.down", "Votes answered 429");
    for (Reason reason : Reason.values()) {
      refused.put(reason, refusedCounter(reason));
    }
  }

  public void streamOpened() {
    open.incrementAndGet();
  }

  /** Counts a stream that ended, closed by either side. */
  public void streamClosed() {
    open.decrementAndGet();
  }

  /** Counts a stream that was refused because of a connection limit. */
  public void streamRefused() {
    refusedStreams.increment();
  }

  /** Counts one message that was written to one stream. */
  public void messageSent() {
    messages.increment();
  }

  /** Counts a message that a slow client could not take. It receives the latest state later. */
  public void messageSkipped() {
    skipped.increment();
  }

  public void voteReceived() {
    received.increment();
  }

  /** Counts a vote that is stored in Kafka and answered 202. */
  public void voteAccepted() {
    accepted.increment();
  }

  public void voteRefused(Reason reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
  }

  /** Counts a vote that was answered 429, because its network exceeded the rate limit. */
  public void voteRateLimited() {
    rateLimited.increment();
  }

  /** Counts the new definitions of the seed file that were written. */
  public void definitionsSeeded(int count) {
    counter("sitepulse.definitions.seeded", "New definitions of the seed file").increment(count);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Counter refusedCounter(Reason reason) {
    return Counter.builder("sitepulse.votes.refused")
        .description("Votes refused")
        .tag("reason", reason.label())
        .register(registry);
  }
}
