package io.sitepulse.local.chaos.plan;

import java.time.Duration;
import java.util.List;

/**
 * A fault of a run.
 *
 * @param at time since the begin of the run
 * @param target number of the process among those of the role, modulo their number
 * @param variant chooses among the offsets of a clock, or among the brokers of a cut, modulo their
 *     number
 * @param length time until it is healed
 */
public record PlannedFault(Duration at, Fault fault, int target, int variant, Duration length) {
  /**
   * A day has an hour more here. At exactly a day latency would decide whether an event is too far
   * ahead.
   */
  private static final List<Duration> OFFSETS =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(-1),
          Duration.ofHours(25),
          Duration.ofHours(-25),
          Duration.ofDays(30),
          Duration.ofDays(-30));

  /** Time by which a wrong clock is ahead, negative if it is behind. */
  public Duration clockOffset() {
    return OFFSETS.get(variant % OFFSETS.size());
  }
}
