package io.sitepulse.dashboard.sse;

import java.time.Duration;

/**
 * At most one message an interval, the first of them at once: an update goes out immediately if the
 * last one is an interval ago, otherwise as soon as it is. Pure; time comes from the caller, in
 * milliseconds.
 */
final class UpdateThrottle {
  private final long intervalMs;
  private long last;
  private boolean any;

  UpdateThrottle(Duration interval) {
    this.intervalMs = interval.toMillis();
  }

  /** Milliseconds until a message may go out, 0 for now. */
  long waitMs(long now) {
    long since = now - last;
    // A clock that was set back must not silence the feed.
    return !any || since < 0 || since >= intervalMs ? 0 : intervalMs - since;
  }

  /** Notes that a message went out. */
  void sent(long now) {
    any = true;
    last = now;
  }
}
