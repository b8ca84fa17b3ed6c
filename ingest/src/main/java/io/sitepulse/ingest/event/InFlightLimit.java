package io.sitepulse.ingest.event;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the events that wait for a user agent, a salt or Kafka. Above the limit a request is
 * refused at once, so that memory stays bounded while Kafka does not respond. Thread-safe.
 */
public final class InFlightLimit {
  private final int limit;
  private final AtomicInteger events = new AtomicInteger();

  public InFlightLimit(int limit) {
    this.limit = limit;
  }

  /** The number of events in flight. */
  public int events() {
    return events.get();
  }

  /**
   * Adds all events, or none if the limit would be exceeded. After true, {@link #leave} must be
   * called once.
   */
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
