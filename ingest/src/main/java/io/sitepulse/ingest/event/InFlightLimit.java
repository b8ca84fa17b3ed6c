package io.sitepulse.ingest.event;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the events that wait for anything: a user agent, a salt, Kafka. Above the limit a request
 * is turned away at once, so that a Kafka that is away costs bounded memory.
 */
public final class InFlightLimit {
  private final int limit;
  private final AtomicInteger events = new AtomicInteger();

  public InFlightLimit(int limit) {
    this.limit = limit;
  }

  /** Events waiting now. */
  public int events() {
    return events.get();
  }

  /** Lets events in, all or none; whoever got true calls {@link #leave} once. */
  boolean enter(int count) {
    if (events.addAndGet(count) > limit) {
      events.addAndGet(-count);
      return false;
    }
    return true;
  }

  void leave(int count) {
    events.addAndGet(-count);
  }
}
