package io.sitepulse.warehouse;

import java.time.Duration;

/** Exponential backoff: the wait doubles with each failure in a row, up to a limit. */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private int failures;

  /**
   * Starts without a failure.
   *
   * @param first wait after the first failure
   * @param longest upper limit of a wait
   */
  public Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /** Records a failure and returns how long to wait before the next attempt. */
  public Duration failed() {
    Duration wait = first.multipliedBy(1L << Math.min(failures++, 20));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /** Number of failures since the last success. */
  public int failures() {
    return failures;
  }

  /** Records a success. */
  public void succeeded() {
    failures = 0;
  }
}
