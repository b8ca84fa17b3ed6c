package io.sitepulse.streams.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Notices that the wall clock was set back, by comparing it with a clock that is never set. */
public final class ClockWatch {
  /** Largest step back that is ignored. Corrections of a clock that runs well are smaller. */
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private Instant lastInstant;
  private long lastNanos;

  /**
   * Starts to compare.
   *
   * @param clock the wall clock
   * @param nanoTime {@link System#nanoTime}
   */
  public ClockWatch(InstantSource clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lastInstant = clock.instant();
    this.lastNanos = nanoTime.getAsLong();
  }

  /** Returns a watch of this machine's clock, which Kafka Streams reads. */
  public static ClockWatch ofSystem() {
    return new ClockWatch(InstantSource.system(), System::nanoTime);
  }

  /** Returns by how much the clock was set back since the last call, zero if it was not. */
  synchronized Duration setBack() {
    // A pause between two readings must not look like a step back.
    long before = nanoTime.getAsLong();
    Instant now = clock.instant();
    long after = nanoTime.getAsLong();
    Duration passed = Duration.ofNanos(before - lastNanos);
    Duration back = passed.minus(Duration.between(lastInstant, now));
    lastInstant = now;
    lastNanos = after;
    return back.compareTo(TOLERANCE) > 0 ? back : Duration.ZERO;
  }
}
