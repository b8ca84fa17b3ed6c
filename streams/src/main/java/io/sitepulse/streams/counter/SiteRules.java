package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import java.time.Instant;

/** How one shard's new part changes the sums of its site. */
final class SiteRules {
  private SiteRules() {}

  /** The day with one shard's part exchanged. */
  static SiteDay exchange(SiteDay day, ShardDay before, ShardDay after, Instant now) {
    return new SiteDay(
        SiteDay.VERSION,
        day.site(),
        day.day(),
        later(day.asOf(), now),
        day.sums().exchange(before.sums(), after.sums()),
        day.ledger().minus(before.ledger()).plus(after.ledger()));
  }

  /**
   * The counters with one shard's part exchanged. A part that only its ledger changed (duplicates,
   * robots, rejected events) makes no day, month or year appear.
   */
  static SiteCounters exchange(
      SiteCounters counters, ShardDay before, ShardDay after, Instant now) {
    Instant asOf = later(counters.asOf(), now);
    return before.sums().equals(after.sums())
        ? counters.withOnline(counters.online(), asOf)
        : counters.exchange(after.day(), before.sums(), after.sums(), asOf);
  }

  /** The counters with one shard's number of visitors online exchanged. */
  static SiteCounters exchange(SiteCounters counters, long before, long after, Instant now) {
    return counters.withOnline(counters.online() - before + after, later(counters.asOf(), now));
  }

  /** A clock set back must not make a newer state look older to whoever compares versions. */
  private static Instant later(Instant before, Instant now) {
    return before.isAfter(now) ? before : now;
  }
}
