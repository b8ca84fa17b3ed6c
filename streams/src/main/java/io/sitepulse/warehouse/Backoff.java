package io.sitepulse.warehouse;

import java.time.Duration;

/** How long to wait before the next attempt: the first wait, then twice as long each time. */
public final class Backoff {
  private final Duration first;
  private final Duration most;
  private int failures;

  /**
   * No failure yet.
   *
   * @param first wait after the first failure
   * @param most no wait is longer
   */
  public Backoff(Duration first, Duration most) {
    this.first = first;
    this.most = most;
  }

  /** Notes a failure and tells how long to wait. */
  public Duration failed() {
    Duration wait = first.multipliedBy(1L << Math.min(failures++, 20));
    return wait.compareTo(most) > 0 ? most : wait;
  }

  /** Failures since the last success. */
  public int failures() {
    return failures;
  }

  /** Notes a success. */
  public void succeeded() {
    failures = 0;
  }
}
