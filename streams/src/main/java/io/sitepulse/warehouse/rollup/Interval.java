package io.sitepulse.warehouse.rollup;

import java.time.Duration;

/**
 * Tells when something is to be done again. It is due at first. It uses the monotonic clock,
 * because a wall clock that is set back would prolong the wait. It is used by one thread.
 */
final class Interval {
  private final long nanos;
  private long doneAt;
  private boolean done;

  Interval(Duration length) {
    this.nanos = length.toNanos();
  }

  boolean isDue() {
    return !done || System.nanoTime() - doneAt >= nanos;
  }

  void done() {
    done = true;
    doneAt = System.nanoTime();
  }
}
