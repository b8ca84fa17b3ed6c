package io.sitepulse.streams.view;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.runtime.event.EventHead;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Decides the outcome of an event from the event and two times alone. The first rule that matches
 * applies.
 *
 * <pre>
 * received long after the record,
 *   or long after now and the
 *   newest event before           ▸ from-the-future   (its id is not recorded)
 * id received in the 24 h before  ▸ duplicate
 * happened &gt; 24 h before received ▸ too-old
 * happened &gt; 5 min after received ▸ from-the-future
 * day not a local day of "at"     ▸ too-old / from-the-future
 * user agent is a bot             ▸ bot
 * otherwise                       ▸ view / heartbeat
 * </pre>
 */
public final class ViewRules {
  /** Time in which a second delivery of an id is a duplicate. */
  public static final Duration DUPLICATE_WINDOW = Duration.ofHours(24);

  /** Longest time between an event and its receipt. */
  public static final Duration MAX_LATENESS = Duration.ofHours(24);

  /** Largest tolerated difference between the clocks of a producer. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /**
   * Longest time by which {@code received} may be after the timestamp of the record, and after this
   * machine's clock. A later time is wrong, and accepting it would make the stores drop newer
   * entries.
   */
  public static final Duration MAX_AHEAD = Duration.ofHours(24);

  private ViewRules() {}

  /**
   * Returns whether the times of the event fit into milliseconds since 1970, the unit of all
   * stores.
   *
   * @throws ArithmeticException if a time does not fit into milliseconds
   */
  static boolean hasUsableTimes(EventHead event) {
    return event.received().toEpochMilli() >= 0 && event.at().toEpochMilli() >= 0;
  }

  /**
   * Returns whether {@code received} is plausible. The collector gives a record the time of its
   * event, so a clock of the collector that was ahead shows only against another clock. If it is
   * this machine's clock that is wrong, the newest event received before tells so.
   *
   * @param recordTime timestamp of the record
   * @param now this machine's clock
   * @param newest latest plausible {@code received} before, null if there is none
   */
  static boolean isPlausible(
      EventHead event, Instant recordTime, Instant now, @Nullable Instant newest) {
    Instant latest = newest == null || newest.isBefore(now) ? now : newest;
    return !isFarAhead(event, recordTime) && !isFarAhead(event, latest);
  }

  private static boolean isFarAhead(EventHead event, Instant time) {
    return event.received().isAfter(time.plus(MAX_AHEAD));
  }

  /**
   * Classifies an event whose {@code received} is plausible.
   *
   * @param lastSeen when the same id of the same site was last received, null if never
   */
  static EventOutcome classify(EventHead event, @Nullable Instant lastSeen) {
    if (lastSeen != null && isDuplicate(event.received(), lastSeen)) {
      return EventOutcome.DUPLICATE;
    }
    EventOutcome time = classifyTime(event);
    if (time != EventOutcome.VIEW) {
      return time;
    }
    if (event.isBot()) {
      return EventOutcome.BOT;
    }
    return event.kind() == EventKind.VIEW ? EventOutcome.VIEW : EventOutcome.HEARTBEAT;
  }

  /**
   * Returns whether an id that was received at {@code lastSeen} is a duplicate: up to 24 h apart,
   * inclusive. The order does not matter, because deliveries may overtake each other.
   */
  static boolean isDuplicate(Instant received, Instant lastSeen) {
    return Duration.between(lastSeen, received).abs().compareTo(DUPLICATE_WINDOW) <= 0;
  }

  private static EventOutcome classifyTime(EventHead event) {
    if (event.at().isBefore(event.received().minus(MAX_LATENESS))) {
      return EventOutcome.TOO_OLD;
    }
    if (event.at().isAfter(event.received().plus(CLOCK_TOLERANCE))) {
      return EventOutcome.FROM_THE_FUTURE;
    }
    // Time zones range from UTC-12 to UTC+14: a local day differs from the UTC day by at most one.
    LocalDate utc = LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    if (event.day().isBefore(utc.minusDays(1))) {
      return EventOutcome.TOO_OLD;
    }
    return event.day().isAfter(utc.plusDays(1)) ? EventOutcome.FROM_THE_FUTURE : EventOutcome.VIEW;
  }
}
