package io.sitepulse.streams.view;

import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The time at which each event id was last received. A changelog record for each id would cost more
 * than all else that is done with it. So the ids of one record are written together to a list, and
 * the index that finds one of them has no changelog:
 *
 * <pre>
 *   id-lists, with a changelog     number ▸ [ id, received ] [ id, received ] …
 *       │ start: lists that are not in the index yet
 *       ▼
 *   id-index, without one          id ▸ received
 * </pre>
 *
 * <p>The index is that of this machine. It lacks lists after another one has counted, and is empty
 * after a crash, because Kafka Streams deletes the folder of a task that was not closed. Lists are
 * added to it in their order, so those that it lacks are the newest of each day.
 *
 * <p>A window is a day in UTC. Whole days are dropped at once. An id is looked up in the day of its
 * receipt, the day before, and the day after, because deliveries may overtake each other. The
 * stores retain {@link #RETENTION}: the day of the newest event and the two days before. {@link
 * ViewRules#MAX_AHEAD} lets a wrong clock advance the stores by at most one day. So no id that is
 * looked up has been dropped.
 */
public final class SeenIds {
  private static final String LISTS = "id-lists";
  private static final String INDEX = "id-index";

  /**
   * Store of earlier versions, with a changelog record for each id. It is only read, but for one
   * entry without an id. Kafka Streams 4.4 keeps the offsets of a window store in its segments, and
   * a store without any entry has none. It takes that for a crash, and would delete and restore all
   * stores of the task at each start.
   */
  private static final String EARLIER = "seen-ids";

  private static final String NO_ID = "";

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration RETENTION = Duration.ofDays(3);

  private final WindowStore<Long, byte[]> lists;
  private final WindowStore<Bytes, Long> index;
  private final WindowStore<String, Long> earlier;
  private final boolean hasEarlier;
  private boolean earlierIsEmpty = true;
  // The ids of each day that has any. Most events need no read of the index.
  private final TreeMap<Long, IdFilter> filters = new TreeMap<>();
  private final List<SeenId> added = new ArrayList<>();
  private long nextNumber;
  private @Nullable Instant newest;

  /** Opens the stores of a task and brings the index up to date. */
  SeenIds(ProcessingContext context) {
    lists = context.getStateStore(LISTS);
    index = context.getStateStore(INDEX);
    earlier = context.getStateStore(EARLIER);
    hasEarlier = readEarlier();
    indexMissing();
  }

  private boolean readEarlier() {
    boolean hasId = false;
    try (var entries = earlier.all()) {
      while (!hasId && entries.hasNext()) {
        earlierIsEmpty = false;
        hasId = !entries.next().key.key().equals(NO_ID);
      }
    }
    return hasId;
  }

  /** Returns the names of the stores. */
  public static String[] names() {
    return new String[] {LISTS, INDEX, EARLIER};
  }

  /** Returns the builders of the stores. */
  public static List<StoreBuilder<?>> builders() {
    return List.of(
        Stores.windowStoreBuilder(days(LISTS), Serdes.Long(), Serdes.ByteArray()),
        Stores.windowStoreBuilder(days(INDEX), Serdes.Bytes(), Serdes.Long()).withLoggingDisabled(),
        Stores.windowStoreBuilder(days(EARLIER), Serdes.String(), Serdes.Long()));
  }

  /** Returns the names of the stores with a changelog, and for how long each retains a window. */
  public static Map<String, Duration> retained() {
    return Map.of(LISTS, RETENTION, EARLIER, RETENTION);
  }

  private static WindowBytesStoreSupplier days(String name) {
    return Stores.persistentWindowStore(name, RETENTION, DAY, false);
  }

  /**
   * Reads all lists, the newest first, and adds those that the index lacks. They are the newest of
   * each day.
   */
  private void indexMissing() {
    var newestIndexed = new HashMap<Long, Long>();
    var missing = new HashSet<Long>();
    try (var all = lists.backwardAll()) {
      while (all.hasNext()) {
        var list = all.next();
        long day = list.key.window().start();
        SeenId.read(list.value)
            .forEach(
                seen -> {
                  addToFilter(seen, day);
                  beAtLeast(seen.received());
                });
        nextNumber = Math.max(nextNumber, list.key.key() + 1);
        if (!newestIndexed.containsKey(day)) {
          if (isIndexed(list.value, day)) {
            newestIndexed.put(day, list.key.key());
          } else {
            missing.add(day);
          }
        }
      }
    }
    missing.forEach(day -> indexAfter(newestIndexed.getOrDefault(day, -1L), day));
  }

  private void indexAfter(long number, long day) {
    try (var missing = lists.fetch(number + 1, Long.MAX_VALUE, day, day)) {
      missing.forEachRemaining(
          list -> SeenId.read(list.value).forEach(seen -> addToIndex(seen, day)));
    }
  }

  /** No two lists have the same id with the same time. */
  private boolean isIndexed(byte[] list, long day) {
    SeenId first = SeenId.read(list).get(0);
    Long received = index.fetch(first.key(), day);
    return received != null && received == first.received().toEpochMilli();
  }

  /**
   * Returns the latest time at which any id was received, null if there is none. It is known after
   * a start too. Where the clock of this machine is behind, it tells that events of now are not
   * from the future.
   */
  @Nullable Instant newest() {
    return newest;
  }

  private void beAtLeast(Instant received) {
    newest = newest == null || newest.isBefore(received) ? received : newest;
  }

  /** Returns when the id was received within a day of {@code received}, null if it was not. */
  @Nullable Instant lastSeen(String site, UUID id, Instant received) {
    long hash = IdFilter.hashOf(site, id);
    long day = dayOf(received);
    for (long start : new long[] {day, day - DAY.toMillis(), day + DAY.toMillis()}) {
      IdFilter filter = filters.get(start);
      Long seen =
          filter != null && filter.mayContain(hash)
              ? index.fetch(SeenId.keyOf(site, id), start)
              : null;
      if (seen == null && mayBeEarlier(day)) {
        seen = earlier.fetch(Topics.key(site, id.toString()), start);
      }
      if (seen != null && ViewRules.isDuplicate(received, Instant.ofEpochMilli(seen))) {
        return Instant.ofEpochMilli(seen);
      }
    }
    return null;
  }

  /** Two days after the first list, all that can be a duplicate is in lists. */
  private boolean mayBeEarlier(long day) {
    return hasEarlier && filters.floorKey(day - 2 * DAY.toMillis()) == null;
  }

  /**
   * Records that the id was received, whether the event is counted or not. {@link #write} must
   * follow before the processing of the record ends.
   */
  void remember(SeenId seen, @Nullable Instant lastSeen) {
    Instant received = seen.received();
    beAtLeast(received);
    boolean known =
        lastSeen != null && !lastSeen.isBefore(received) && dayOf(lastSeen) == dayOf(received);
    if (!known) {
      addToFilter(seen, dayOf(received));
      addToIndex(seen, dayOf(received));
      added.add(seen);
    }
  }

  /** Makes sure that the store of earlier versions has an entry, at a time in epoch ms. */
  void beNotEmpty(long now) {
    if (earlierIsEmpty) {
      earlier.put(NO_ID, 0L, dayOf(Instant.ofEpochMilli(now)));
      earlierIsEmpty = false;
    }
  }

  /** Writes what was remembered since the last call. */
  void write() {
    var byDay = new TreeMap<Long, List<SeenId>>();
    for (SeenId seen : added) {
      byDay.computeIfAbsent(dayOf(seen.received()), unused -> new ArrayList<>()).add(seen);
    }
    added.clear();
    byDay.forEach((day, ids) -> lists.put(nextNumber++, SeenId.write(ids), day));
  }

  private void addToFilter(SeenId seen, long day) {
    IdFilter filter = filters.get(day);
    if (filter == null) {
      filter = new IdFilter();
      filters.put(day, filter);
      filters.headMap(filters.lastKey() - RETENTION.toMillis()).clear();
    }
    filter.add(IdFilter.hashOf(seen.site(), seen.id()));
  }

  private void addToIndex(SeenId seen, long day) {
    index.put(seen.key(), seen.received().toEpochMilli(), day);
  }

  private static long dayOf(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), DAY.toMillis()) * DAY.toMillis();
  }
}
