package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.runtime.kafka.JsonSerde;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the aggregation by site. They are small and retained for ever. */
public final class SiteStores {
  /** "site|day|shard" to the part of the shard. */
  public static final String SHARD_DAYS = "site-shard-days";

  /** "site|shard" to the online count of the shard. */
  public static final String SHARD_ONLINE = "site-shard-online";

  /** "site|day" to the totals and the ledger of the day. */
  public static final String DAYS = "site-days";

  /** Site id to its counters. */
  public static final String COUNTERS = "site-counters";

  /** Parts of each kind that are read from memory: those of 5,000 sites divided as their shards. */
  private static final int CACHED_PARTS = 6_000;

  /** Days and counters that are read from memory, with 0.5 KB each. */
  private static final int CACHED_SITES = 2_000;

  private final CachedStore<ShardDay> shardDays;
  private final CachedStore<Long> shardOnline;
  private final CachedStore<SiteDay> days;
  private final CachedStore<SiteCounters> counters;
  private final KeyValueStore<String, SiteCounters> allCounters;

  SiteStores(ProcessingContext context) {
    shardDays = new CachedStore<>(context.getStateStore(SHARD_DAYS), CACHED_PARTS);
    shardOnline = new CachedStore<>(context.getStateStore(SHARD_ONLINE), CACHED_PARTS);
    days = new CachedStore<>(context.getStateStore(DAYS), CACHED_SITES);
    allCounters = context.getStateStore(COUNTERS);
    counters = new CachedStore<>(allCounters, CACHED_SITES);
  }

  /** Returns the builders of the stores. */
  public static List<StoreBuilder<?>> builders() {
    return List.of(
        store(SHARD_DAYS, new ShardPartSerde<>(ShardDay.class)),
        store(SHARD_ONLINE, Serdes.Long()),
        store(DAYS, new JsonSerde<>(SiteDay.class)),
        store(COUNTERS, new JsonSerde<>(SiteCounters.class)));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> value) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), value)
        .withCachingEnabled();
  }

  /** Stores the part of a shard and returns the one before. */
  ShardDay replace(ShardDay part) {
    ShardDay before = shardDays.get(part.partKey());
    shardDays.put(part.partKey(), part);
    return before == null ? ShardDay.none(part.site(), part.day(), part.shard()) : before;
  }

  /** Stores the online count of a shard and returns the one before. */
  long replace(ShardOnline part) {
    Long before = shardOnline.get(part.partKey());
    shardOnline.put(part.partKey(), part.online());
    return before == null ? 0 : before;
  }

  SiteDay day(String site, LocalDate day) {
    SiteDay known = days.get(ShardDay.keyOf(site, day));
    return known == null
        ? new SiteDay(SiteDay.VERSION, site, day, Instant.EPOCH, DaySums.ZERO, Ledger.EMPTY)
        : known;
  }

  void put(SiteDay day) {
    days.put(ShardDay.keyOf(day.site(), day.day()), day);
  }

  SiteCounters counters(String site) {
    SiteCounters known = counters.get(site);
    return known == null ? SiteCounters.none(site) : known;
  }

  void put(SiteCounters updated) {
    counters.put(updated.site(), updated);
  }

  /** Returns the sites with visitors online. It reads all sites, so it is only for the start. */
  List<String> sitesOnline() {
    var sites = new ArrayList<String>();
    try (var all = allCounters.all()) {
      all.forEachRemaining(
          entry -> {
            if (entry.value.online() > 0) {
              sites.add(entry.key);
            }
          });
    }
    return sites;
  }
}
