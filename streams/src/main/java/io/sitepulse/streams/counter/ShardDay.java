package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.kafka.Topics;
import java.time.LocalDate;

/**
 * One shard's part of a site's day.
 *
 * @param site site id
 * @param day the site's local day
 * @param shard the partition the visitors live in, or {@link #IMPORTED}
 * @param sums what was counted there
 * @param ledger what became of every event there
 */
public record ShardDay(String site, LocalDate day, int shard, DaySums sums, Ledger ledger)
    implements ShardPart {
  /** The shard of days that were counted elsewhere; no partition has this number. */
  public static final int IMPORTED = Integer.MAX_VALUE;

  public ShardDay {
    Site.checkId(site);
    Require.present(day, "day");
    Require.notNegative(shard, "shard");
    Require.present(sums, "sums");
    Require.present(ledger, "ledger");
  }

  /** The part of a shard that has had no event. */
  public static ShardDay none(String site, LocalDate day, int shard) {
    return new ShardDay(site, day, shard, DaySums.ZERO, Ledger.EMPTY);
  }

  /** The same part with another state. */
  public ShardDay with(DaySums newSums, Ledger newLedger) {
    return new ShardDay(site, day, shard, newSums, newLedger);
  }

  /** Key of the site's day: "site|day". */
  public String key() {
    return keyOf(site, day);
  }

  /** Key of this part among those of all shards: "site|day|shard". */
  String partKey() {
    return Topics.key(key(), Integer.toString(shard));
  }

  static String keyOf(String site, LocalDate day) {
    return Topics.key(site, day.toString());
  }
}
