package io.sitepulse.streams.visit;

import io.sitepulse.streams.view.StartCommit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The visits of each visitor and day: the key is "site|visitor", the window is the local day. A day
 * is retained for ten days after its end, measured by the newest day of the shard. Three days cover
 * 24 h of lateness, the 26 h between the time zones furthest apart, and a reserve. Seven days are
 * the retention of {@code page-views}: after a long stop one partition may be read that much ahead
 * of another. The one behind must still find its visitors, or it would count them again.
 */
public final class VisitorDays {
  public static final String NAME = "visitors";

  /** Key of an entry without visits, in a store that would be empty. See {@link StartCommit}. */
  private static final String NOBODY = "";

  private static final Duration DAY = Duration.ofDays(1);

  /** How long a day is retained. */
  public static final Duration RETENTION = Duration.ofDays(11);

  /** Visitors whose newest visits are read from memory, measured with 0.25 KB each. */
  private static final int CACHED = 20_000;

  private final WindowStore<String, VisitDay> store;
  // What the store holds. It belongs to one start of the task, whose transaction may be aborted.
  private final LRUCache<String, Cached> cache = new LRUCache<>(CACHED);

  VisitorDays(WindowStore<String, VisitDay> store) {
    this.store = store;
  }

  /** Returns the builder of the store. */
  public static StoreBuilder<WindowStore<String, VisitDay>> builder() {
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(NAME, RETENTION, DAY, false),
        Serdes.String(),
        new VisitDaySerde());
  }

  /** Makes sure that the store has an entry, at a time in epoch milliseconds. */
  void beNotEmpty(long now) {
    try (var all = store.all()) {
      if (all.hasNext()) {
        return;
      }
    }
    store.put(NOBODY, VisitDay.NONE, Math.floorDiv(now, DAY.toMillis()) * DAY.toMillis());
  }

  VisitDay get(String visitor, LocalDate day) {
    Cached cached = cache.get(visitor);
    if (cached != null && cached.day.equals(day)) {
      return cached.visits;
    }
    VisitDay visits = store.fetch(visitor, startOf(day));
    return visits == null ? VisitDay.NONE : visits;
  }

  void put(String visitor, LocalDate day, VisitDay visits) {
    store.put(visitor, visits, startOf(day));
    cache.put(visitor, new Cached(day, visits));
  }

  /**
   * Reads when each visitor of some days had its last view.
   *
   * @param store the store {@link #NAME}
   * @param first first day, inclusive
   * @param last last day, inclusive
   * @param visitors receives "site|visitor" and the time in epoch milliseconds, more than once for
   *     a visitor of several days
   */
  public static void forEachLastView(
      WindowStore<String, VisitDay> store,
      LocalDate first,
      LocalDate last,
      ObjLongConsumer<String> visitors) {
    try (var all = store.fetchAll(startOf(first), startOf(last))) {
      while (all.hasNext()) {
        var entry = all.next();
        List<VisitDay.Visit> visits = entry.value.visits();
        if (!visits.isEmpty()) {
          visitors.accept(entry.key.key(), visits.get(visits.size() - 1).last());
        }
      }
    }
  }

  private static long startOf(LocalDate day) {
    return Math.multiplyExact(day.toEpochDay(), DAY.toMillis());
  }

  private record Cached(LocalDate day, VisitDay visits) {}
}
