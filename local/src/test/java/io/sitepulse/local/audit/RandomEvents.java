package io.sitepulse.local.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Some days of deliveries of a small site with everything that makes counting hard: late events
 * that join visits, gaps of exactly 30 minutes, redeliveries within and after a day, bots,
 * heartbeats, views without a visitor, wrong clocks.
 */
final class RandomEvents {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final Instant BEGIN = Instant.parse("2026-11-19T12:00:00Z");
  private static final int VISITORS = 6;

  private final Random random;
  private final List<Delivered> events = new ArrayList<>();
  private final int pause;
  private Instant now;

  RandomEvents(long seed) {
    this(seed, BEGIN, 30);
  }

  /**
   * Makes events up.
   *
   * @param pause up to so many minutes pass from one delivery to the next
   */
  RandomEvents(long seed, Instant begin, int pause) {
    this.random = new Random(seed);
    this.now = begin;
    this.pause = pause;
  }

  List<Delivered> make(int count) {
    while (events.size() < count) {
      now = now.plus(Duration.ofMinutes(random.nextInt(pause)));
      events.add(chance(25) && !events.isEmpty() ? again(any()) : fresh());
    }
    return events;
  }

  private Delivered fresh() {
    boolean bot = chance(8);
    boolean heartbeat = chance(30);
    long person = chance(10) ? 0 : 1 + random.nextInt(VISITORS);
    long engaged = heartbeat || chance(5) ? random.nextInt(60_000) : 0;
    return event(
        new UUID(random.nextLong(), random.nextLong()),
        now.minus(lateness()),
        heartbeat,
        person,
        bot,
        engaged);
  }

  /**
   * Delivers the same event once more, sometimes with a time of "now", as a reused id has, on any
   * day. No collector takes an event from two days before it is received, so recounts do not look
   * that far back.
   */
  private Delivered again(Delivered first) {
    boolean recent = first.at().isAfter(now.minus(Duration.ofDays(2)));
    Instant at = chance(60) && recent ? first.at() : now.minus(lateness());
    return event(
        first.id(), at, first.heartbeat(), first.visitor() % 100, first.bot(), first.engagedMs());
  }

  private Delivered event(
      UUID id, Instant at, boolean heartbeat, long person, boolean bot, long engaged) {
    var day = at.atZone(ZONE).toLocalDate();
    long pseudonym = person == 0 ? 0 : day.toEpochDay() * 100 + person;
    boolean wrongClock = chance(2);
    Instant kafkaTime = wrongClock ? now.minus(Duration.ofHours(25)) : now;
    int partition = Math.floorMod(Objects.hash(id), 3);
    return new Delivered(
        id, day, at, now, kafkaTime, heartbeat, pseudonym, bot, engaged, partition, events.size());
  }

  /** Mostly a whole number of ten minutes, so that gaps of exactly 30 are frequent. */
  private Duration lateness() {
    if (chance(4)) {
      return Duration.ofMinutes(-3L * random.nextInt(4)); // by another clock, in the future
    }
    if (chance(5)) {
      return Duration.ofHours(22 + random.nextInt(5));
    }
    return Duration.ofMinutes(chance(60) ? 0 : 10L * random.nextInt(20));
  }

  private Delivered any() {
    return events.get(random.nextInt(events.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
