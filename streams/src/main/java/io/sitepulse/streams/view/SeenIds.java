package io.sitepulse.streams.view;

import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The time at which each event id was last received. A window is a day in UTC. Whole days are
 * dropped at once, and a query needs at most three point lookups:
 *
 * <pre>
 *   day before          day of "received"      day after (deliveries out of order)
 * |--------------------|----------X-----------|------------------|
 *      2nd lookup           1st lookup              3rd lookup
 * </pre>
 *
 * The store retains {@link #RETENTION}: the day of the newest event and the two days before. An id
 * is looked up at most one day back. {@link ViewRules#MAX_AHEAD} lets a wrong clock advance the
 * store by at most one day. So no id that is looked up has been dropped.
 */
public final class SeenIds {
  public static final String NAME = "seen-ids";

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration RETENTION = Duration.ofDays(3);

  private final WindowStore<String, Long> store;

  SeenIds(WindowStore<String, Long> store) {
    this.store = store;
  }

  /** Returns the builder of the store. */
  public static StoreBuilder<WindowStore<String, Long>> builder() {
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(NAME, RETENTION, DAY, false), Serdes.String(), Serdes.Long());
  }

  /** Returns the key of an id, which belongs to its site. */
  static String keyOf(String site, UUID id) {
    return Topics.key(site, id.toString());
  }

  /** Returns when the id was received within a day of {@code received}, null if it was not. */
  @Nullable Instant lastSeen(String key, Instant received) {
    long day = dayOf(received);
    for (long start : new long[] {day, day - DAY.toMillis(), day + DAY.toMillis()}) {
      Long seen = store.fetch(key, start);
      if (seen != null && ViewRules.isDuplicate(received, Instant.ofEpochMilli(seen))) {
        return Instant.ofEpochMilli(seen);
      }
    }
    return null;
  }

  /** Records that the id was received, whether the event is counted or not. */
  void remember(String key, Instant received, @Nullable Instant lastSeen) {
    boolean known =
        lastSeen != null && !lastSeen.isBefore(received) && dayOf(lastSeen) == dayOf(received);
    if (!known) {
      store.put(key, received.toEpochMilli(), dayOf(received));
    }
  }

  private static long dayOf(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), DAY.toMillis()) * DAY.toMillis();
  }
}
