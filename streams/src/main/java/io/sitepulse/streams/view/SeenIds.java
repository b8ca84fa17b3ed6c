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
 * When each id was last received. A window is a day of UTC, so that whole days are dropped at once
 * and a question is two or three point lookups:
 *
 * <pre>
 *   day before          day of "received"      day after (deliveries that overtook each other)
 * |--------------------|----------X-----------|------------------|
 *        2nd look            1st look                3rd look
 * </pre>
 *
 * The store keeps {@link #KEPT}: the day of the newest event and the two before it. An id is asked
 * for at most one day back, and {@link ViewRules#AHEAD} lets a wrong clock advance the store by one
 * day at most, so nothing asked for has been dropped.
 */
public final class SeenIds {
  public static final String NAME = "seen-ids";

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(3);

  private final WindowStore<String, Long> store;

  SeenIds(WindowStore<String, Long> store) {
    this.store = store;
  }

  /** The store, to be added to the topology. */
  public static StoreBuilder<WindowStore<String, Long>> builder() {
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(NAME, KEPT, DAY, false), Serdes.String(), Serdes.Long());
  }

  /** When the id was last received, near {@code received}; null if not within a day of it. */
  @Nullable Instant lastSeen(String site, UUID id, Instant received) {
    String key = Topics.key(site, id.toString());
    long day = dayOf(received);
    for (long start : new long[] {day, day - DAY.toMillis(), day + DAY.toMillis()}) {
      Long seen = store.fetch(key, start);
      if (seen != null && ViewRules.isDuplicate(received, Instant.ofEpochMilli(seen))) {
        return Instant.ofEpochMilli(seen);
      }
    }
    return null;
  }

  /** Notes that the id was received, counted or not. */
  void remember(String site, UUID id, Instant received, @Nullable Instant lastSeen) {
    boolean known =
        lastSeen != null && !lastSeen.isBefore(received) && dayOf(lastSeen) == dayOf(received);
    if (!known) {
      store.put(Topics.key(site, id.toString()), received.toEpochMilli(), dayOf(received));
    }
  }

  private static long dayOf(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), DAY.toMillis()) * DAY.toMillis();
  }
}
