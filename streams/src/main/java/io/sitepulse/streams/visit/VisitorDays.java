package io.sitepulse.streams.visit;

import java.time.Duration;
import java.time.LocalDate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The visits of each visitor-day: key site and visitor, window the local day. A day is kept for ten
 * days after its end, counted by the newest day of the shard: 24 h of lateness, 26 h between the
 * zones furthest apart, the rest to spare, and on top the seven days that {@code page-views} is
 * kept. After a long stop one partition may be read that much ahead of another, and the one behind
 * must still find its visitors, or it would count them anew.
 */
public final class VisitorDays {
  public static final String NAME = "visitors";

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(11);

  private final WindowStore<String, VisitDay> store;

  VisitorDays(WindowStore<String, VisitDay> store) {
    this.store = store;
  }

  /** The store, to be added to the topology. */
  public static StoreBuilder<WindowStore<String, VisitDay>> builder() {
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(NAME, KEPT, DAY, false), Serdes.String(), new VisitDaySerde());
  }

  VisitDay get(String visitor, LocalDate day) {
    VisitDay visits = store.fetch(visitor, startOf(day));
    return visits == null ? VisitDay.NONE : visits;
  }

  void put(String visitor, LocalDate day, VisitDay visits) {
    store.put(visitor, visits, startOf(day));
  }

  private static long startOf(LocalDate day) {
    return Math.multiplyExact(day.toEpochDay(), DAY.toMillis());
  }
}
