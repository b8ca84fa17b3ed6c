package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.kafka.Topics;
import java.time.LocalDate;

/**
 * The part of a site's day that one shard has counted. It is absolute, not a difference.
 *
 * @param site site id
 * @param day local day of the site
 * @param shard partition of the visitors, or {@link #IMPORTED}
 * @param sums totals of the shard
 * @param ledger ledger of all events of the shard
 */
public record ShardDay(String site, LocalDate day, int shard, DaySums sums, Ledger ledger)
    implements ShardPart {
  /** The shard of imported days. No partition has this number. */
  public static final int IMPORTED = Integer.MAX_VALUE;

  public ShardDay {
    // Its form was checked with the event. A part is made for every record of events.
    Require.present(site, "site");
    Require.present(day, "day");
    Require.notNegative(shard, "shard");
    Require.present(sums, "sums");
    Require.present(ledger, "ledger");
  }

  /** Returns the part of a shard without events. */
  public static ShardDay none(String site, LocalDate day, int shard) {
    return new ShardDay(site, day, shard, DaySums.ZERO, Ledger.EMPTY);
  }

  /** Returns the same part with other totals and another ledger. */
  public ShardDay with(DaySums newSums, Ledger newLedger) {
    return new ShardDay(site, day, shard, newSums, newLedger);
  }

  /** Key of the site and day: "site|day". */
  public String key() {
    return keyOf(site, day);
  }

  /** Key of this part among those of all shards: "site|day|shard". */
  String partKey() {
    return Topics.key(key(), Integer.toString(shard));
  }

  /** Returns the key of a site and day: "site|day". */
  public static String keyOf(String site, LocalDate day) {
    return Topics.key(site, day.toString());
  }
}
