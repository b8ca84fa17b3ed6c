package io.sitepulse.streams.view;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event, from the event and two times alone. The first rule that fits decides.
 *
 * <pre>
 * received long after the record  ▸ from-the-future   (not remembered: its clock is of no use)
 * id seen in the 24 h before      ▸ duplicate
 * happened &gt; 24 h before received ▸ too-old
 * happened &gt; 5 min after received ▸ from-the-future
 * day not a local day of "at"     ▸ too-old / from-the-future
 * user agent is a robot's         ▸ bot
 * otherwise                       ▸ view / heartbeat
 * </pre>
 */
public final class ViewRules {
  /** How long an id is remembered after it was last seen. */
  public static final Duration REMEMBERED = Duration.ofHours(24);

  /** How long before it was received an event may have happened. */
  public static final Duration LATEST = Duration.ofHours(24);

  /** How far a producer's clocks may be apart. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /**
   * How far {@code received} may lie after the record's own time. A later one is nonsense, and
   * believing it would make the stores forget what is younger.
   */
  public static final Duration AHEAD = Duration.ofHours(24);

  private ViewRules() {}

  /**
   * Whether the event's times fit into milliseconds since 1970, which all stores count in.
   *
   * @throws ArithmeticException if one is out of range altogether
   */
  static boolean hasUsableTimes(PageView event) {
    return event.received().toEpochMilli() >= 0 && event.at().toEpochMilli() >= 0;
  }

  /** Whether {@code received} can be believed. */
  static boolean isPlausible(PageView event, Instant recordTime) {
    return !event.received().isAfter(recordTime.plus(AHEAD));
  }

  /**
   * Judges an event whose {@code received} is plausible.
   *
   * @param lastSeen when the same site and id was last received; null if never
   */
  static EventOutcome judge(PageView event, @Nullable Instant lastSeen) {
    if (lastSeen != null && isDuplicate(event.received(), lastSeen)) {
      return EventOutcome.DUPLICATE;
    }
    EventOutcome time = judgeTime(event);
    if (time != EventOutcome.VIEW) {
      return time;
    }
    if (event.isBot()) {
      return EventOutcome.BOT;
    }
    return event.kind() == EventKind.VIEW ? EventOutcome.VIEW : EventOutcome.HEARTBEAT;
  }

  /**
   * Whether an id last seen then is a duplicate now: up to and including 24 h. Deliveries that
   * overtook each other count the same in both directions.
   */
  static boolean isDuplicate(Instant received, Instant lastSeen) {
    return Duration.between(lastSeen, received).abs().compareTo(REMEMBERED) <= 0;
  }

  private static EventOutcome judgeTime(PageView event) {
    if (event.at().isBefore(event.received().minus(LATEST))) {
      return EventOutcome.TOO_OLD;
    }
    if (event.at().isAfter(event.received().plus(CLOCK_TOLERANCE))) {
      return EventOutcome.FROM_THE_FUTURE;
    }
    // Zones reach from UTC-12 to UTC+14, so a local day is at most one away from that of UTC.
    LocalDate utc = LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    if (event.day().isBefore(utc.minusDays(1))) {
      return EventOutcome.TOO_OLD;
    }
    return event.day().isAfter(utc.plusDays(1)) ? EventOutcome.FROM_THE_FUTURE : EventOutcome.VIEW;
  }
}
