package io.sitepulse.streams.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when the state of a key may be emitted. The first change of a key is emitted at once, the
 * next ones the more seldom the more keys wait, but at least once a {@link #LONGEST_PAUSE}.
 *
 * <p>Where the pause is the longest, time is divided into slots of that length, and a key is
 * emitted once a slot. The slots of a site are the same in all shards and begin at another time for
 * each site. So the parts of a site from several shards arrive together, and its sums change once
 * for all of them. It is used by one thread.
 */
public final class OutputPace {
  /** Longest time between two outputs of a key that changes all the time. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final long interval;
  private final long delay;
  // Time of the last output of each key, as long as it may still delay the next one.
  private final Map<String, Long> emitted = new HashMap<>();

  /**
   * Creates the pace of one stage.
   *
   * @param interval shortest time between two outputs of a key
   * @param delay how much later the slots begin than those of the stage before
   */
  public OutputPace(Duration interval, Duration delay) {
    this.interval = interval.toMillis();
    this.delay = delay.toMillis();
  }

  /** Forgets all outputs. */
  public void clear() {
    emitted.clear();
  }

  /**
   * Starts a round of outputs.
   *
   * @param waiting number of keys that wait
   * @param now current time in epoch milliseconds
   * @return the pause of the round in milliseconds
   */
  public long pause(int waiting, long now) {
    emitted.values().removeIf(at -> now - at >= LONGEST_PAUSE.toMillis() || now < at);
    return Math.min(interval * waiting, LONGEST_PAUSE.toMillis());
  }

  /** Returns whether a key may be emitted. A clock that was set back does not extend the pause. */
  public boolean isDue(String key, long pause, long now) {
    Long last = emitted.get(key);
    if (last == null || now < last) {
      return true;
    }
    return pause < LONGEST_PAUSE.toMillis()
        ? now - last >= pause
        : slot(key, now) != slot(key, last);
  }

  /** Notes that a key was emitted. */
  public void emitted(String key, long now) {
    emitted.put(key, now);
  }

  /** Keys are "site", "site|…" or those of polls. */
  private long slot(String key, long time) {
    int end = key.indexOf('|');
    long longest = LONGEST_PAUSE.toMillis();
    long begin = Math.floorMod((end < 0 ? key : key.substring(0, end)).hashCode(), longest);
    return Math.floorDiv(time - begin - delay, longest);
  }
}
