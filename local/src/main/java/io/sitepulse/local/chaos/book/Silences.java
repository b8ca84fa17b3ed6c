package io.sitepulse.local.chaos.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The times in which something that should happen all the time did not happen. Times are those of a
 * clock that is never set, in nanoseconds. Thread-safe.
 */
public final class Silences {
  private static final long NOTED = Duration.ofMillis(300).toNanos();

  private final List<Silence> silences = new ArrayList<>();
  private long last;

  /**
   * A time without an event.
   *
   * @param from the event before
   * @param until the event after
   */
  private record Silence(long from, long until) {
    long nanos() {
      return until - from;
    }
  }

  /** Begins now. */
  public Silences(long now) {
    this.last = now;
  }

  /** Notes that it happened. */
  public synchronized void happened(long now) {
    if (now - last >= NOTED) {
      silences.add(new Silence(last, now));
    }
    last = Math.max(last, now);
  }

  /**
   * Returns the longest silence that began in a time.
   *
   * @param from begin, inclusive
   * @param until end, exclusive
   */
  public synchronized Duration longest(long from, long until) {
    return Duration.ofNanos(
        silences.stream()
            .filter(silence -> from <= silence.from() && silence.from() < until)
            .mapToLong(Silence::nanos)
            .max()
            .orElse(0));
  }
}
