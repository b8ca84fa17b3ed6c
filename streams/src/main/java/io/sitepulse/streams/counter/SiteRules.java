package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import java.time.Instant;

/** Replaces the part of one shard in the totals of its site. */
final class SiteRules {
  private SiteRules() {}

  /** Returns the day with the part of one shard replaced. */
  static SiteDay replacePart(SiteDay day, ShardDay before, ShardDay after, Instant now) {
    return new SiteDay(
        SiteDay.VERSION,
        day.site(),
        day.day(),
        later(day.asOf(), now),
        day.sums().exchange(before.sums(), after.sums()),
        day.ledger().minus(before.ledger()).plus(after.ledger()));
  }

  /** Returns the counters with the part of one shard replaced. */
  static SiteCounters replacePart(
      SiteCounters counters, ShardDay before, ShardDay after, Instant now) {
    return counters.exchange(after.day(), before.sums(), after.sums(), later(counters.asOf(), now));
  }

  /** Returns the counters with the online count of one shard replaced. */
  static SiteCounters replacePart(SiteCounters counters, long before, long after, Instant now) {
    return counters.withOnline(counters.online() - before + after, later(counters.asOf(), now));
  }

  /** Consumers compare versions: a clock set back must not make a newer state look older. */
  private static Instant later(Instant before, Instant now) {
    return before.isAfter(now) ? before : now;
  }
}
