package io.sitepulse.local.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a line is due: at N times the log's own pace, or at once. */
final class ReplaySchedule {
  private final double speed;
  private long begun;
  private @Nullable Instant first;

  /**
   * A pace.
   *
   * @param speed how many times the log's own; infinity: as fast as it goes
   */
  ReplaySchedule(double speed) {
    this.speed = speed;
  }

  /** How long to wait until a line of this time is due; zero if it is. */
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
