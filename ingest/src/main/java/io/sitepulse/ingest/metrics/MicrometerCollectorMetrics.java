package io.sitepulse.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.ingest.event.CollectorMetrics;
import io.sitepulse.ingest.event.EventRoutes;
import io.sitepulse.runtime.http.RouteMetrics;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Records the collector's metrics as {@code sitepulse.events.…}. */
public final class MicrometerCollectorMetrics implements CollectorMetrics {
  /** The reasons for which the collector refuses events. */
  private static final Set<Reason> REASONS =
      EnumSet.of(Reason.INVALID, Reason.UNKNOWN_SITE, Reason.ORIGIN, Reason.TOO_OLD);

  /** The fields that the collector adjusts. */
  private static final List<String> FIELDS =
      List.of("page", "title", "referrer", "language", "view", "engagedMs", "ageMs", "anonymous");

  private final Counter received;
  private final Counter unreadable;
  private final Counter accepted;
  private final Counter unavailable;
  private final Counter produced;
  private final Counter untrustedProxies;
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);
  private final Map<String, Counter> adjusted;
  private final RouteMetrics requests;

  /**
   * Registers the metrics.
   *
   * @param inFlight number of events in flight now
   */
  public MicrometerCollectorMetrics(MeterRegistry registry, Supplier<Number> inFlight) {
    this.requests = new RouteMetrics(registry);
    this.received = counter(registry, "received", "Events in bodies that could be read");
    this.unreadable =
        Counter.builder("sitepulse.bodies.unreadable")
            .description("Request bodies that were not JSON events")
            .register(registry);
    this.accepted = counter(registry, "accepted", "Events answered with 202");
    this.unavailable = counter(registry, "unavailable", "Events answered with 503");
    this.produced = counter(registry, "produced", "Events that Kafka acknowledged");
    this.untrustedProxies =
        Counter.builder("sitepulse.proxies.untrusted")
            .description("Requests through proxies that are not trusted although many use them")
            .register(registry);
    REASONS.forEach(reason -> refused.put(reason, refusals(registry, reason)));
    this.adjusted =
        FIELDS.stream()
            .collect(
                Collectors.toUnmodifiableMap(field -> field, field -> adjusted(registry, field)));
    Gauge.builder("sitepulse.events.waiting", inFlight)
        .description("Events that wait for a user agent, a salt or Kafka")
        .register(registry);
  }

  @Override
  public void received(int events) {
    received.increment(events);
  }

  @Override
  public void unreadable() {
    unreadable.increment();
  }

  @Override
  public void accepted(int events) {
    accepted.increment(events);
  }

  @Override
  public void refused(Reason reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
  }

  @Override
  public void adjusted(String field) {
    Objects.requireNonNull(adjusted.get(field)).increment();
  }

  @Override
  public void unavailable(int events) {
    unavailable.increment(events);
  }

  @Override
  public void untrustedProxy() {
    untrustedProxies.increment();
  }

  @Override
  public void answered(int status, long nanos) {
    requests.timer("POST", EventRoutes.EVENTS, status).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void produced(int events) {
    produced.increment(events);
  }

  private static Counter refusals(MeterRegistry registry, Reason reason) {
    return Counter.builder("sitepulse.events.refused")
        .description("Events refused, by their first fault")
        .tag("reason", reason.label())
        .register(registry);
  }

  private static Counter adjusted(MeterRegistry registry, String field) {
    return Counter.builder("sitepulse.events.adjusted")
        .description("Side fields of events that were normalised, cut or dropped")
        .tag("field", field)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("sitepulse.events." + name).description(description).register(registry);
  }
}
