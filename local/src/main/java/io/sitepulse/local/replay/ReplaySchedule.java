package io.sitepulse.local.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Computes when a line is due: at N times the log's own speed, or at once. */
final class ReplaySchedule {
  private final double speed;
  private long begun;
  private @Nullable Instant first;

  /**
   * Creates a schedule.
   *
   * @param speed multiple of the log's own speed, infinity for as fast as possible
   */
  ReplaySchedule(double speed) {
    this.speed = speed;
  }

  /** Returns the time until a line is due, zero if it is due. */
  Duration wait(Instant at, long nanoTime) {
    if (Double.isInfinite(speed)) {
      return Duration.ZERO;
    }
    if (first == null) {
      first = at;
      begun = nanoTime;
    }
    double dueMillis = Duration.between(first, at).toMillis() / speed;
    double elapsedMillis = (nanoTime - begun) / 1e6;
    return Duration.ofMillis(Math.max(0, Math.round(dueMillis - elapsedMillis)));
  }
}
