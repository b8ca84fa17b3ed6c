package io.sitepulse.local.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Computes when a line is due: at N times the log's own speed, or at once.
 *
 * <p>A line more than a day from the one before is not waited for, because its time may be wrong.
 * If the line after it is near it, the log goes on from there.
 */
final class ReplaySchedule {
  private static final Duration LONGEST_GAP = Duration.ofDays(1);

  private final double speed;
  private long begun;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private @Nullable Instant jumped;

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
    if (first == null || last == null || (jumped != null && isNear(jumped, at))) {
      first = at;
      last = at;
      jumped = null;
      begun = nanoTime;
      return Duration.ZERO;
    }
    if (!isNear(last, at)) {
      jumped = at;
      return Duration.ZERO;
    }
    last = at;
    jumped = null;
    double dueMillis = Duration.between(first, at).toMillis() / speed;
    double elapsedMillis = (nanoTime - begun) / 1e6;
    return Duration.ofMillis(Math.max(0, Math.round(dueMillis - elapsedMillis)));
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(LONGEST_GAP) <= 0;
  }
}
