package io.sitepulse.dashboard.sse;

import java.time.Duration;

/**
 * Allows at most one message an interval. The first message may go out at once, a later one as soon
 * as an interval has passed since the last. Does not read a clock: all times are passed in, in
 * milliseconds.
 */
final class UpdateThrottle {
  private final long intervalMs;
  private long last;
  private boolean any;

  UpdateThrottle(Duration interval) {
    this.intervalMs = interval.toMillis();
  }

  /** Milliseconds until a message may go out, 0 if it may go out now. */
  long waitMs(long now) {
    long since = now - last;
    // A clock that was set back must not silence the channel.
    return !any || since < 0 || since >= intervalMs ? 0 : intervalMs - since;
  }

  /** Records that a message went out. */
  void sent(long now) {
    any = true;
    last = now;
  }
}
