package io.sitepulse.streams.online;

import io.sitepulse.streams.view.ClassifiedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The visitors online in one shard, kept in a lazy timer wheel. An event only updates {@code
 * lastSeen}. When a slot expires, visitors seen since then are rescheduled and the others go
 * offline. The cost is O(1) per event:
 *
 * <pre>
 *   slots  12:05:00 ▸ a, d     12:05:01 ▸ c     12:05:07 ▸ b
 *          └ now: a goes offline; d was seen since ▸ slot 12:08:31
 * </pre>
 *
 * All times are in epoch milliseconds. Visitors are named by the key "site|visitor".
 */
final class OnlineTimerWheel {
  /** Time a visitor stays online after an event. */
  static final Duration ONLINE = Duration.ofMinutes(5);

  /** Largest number of visitors that one {@link #expire} checks. */
  static final int MAX_CHECKED = 20_000;

  private final Map<String, Long> lastSeen = new HashMap<>();

  /** Those of {@link #lastSeen} that left and are not online. Their events are ignored. */
  private final Set<String> departed = new HashSet<>();

  private final TreeMap<Long, List<String>> slots = new TreeMap<>();
  private final Map<String, Long> online = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  /**
   * Takes a visitor offline. Its events are ignored until {@link #ONLINE} after the departure, when
   * {@link #expire} returns it.
   *
   * @param now current time
   * @return false if the departure changes nothing, because it is too old or not the first
   */
  boolean depart(String visitor, long happened, long now) {
    long at = Math.min(happened, now);
    if (at + ONLINE.toMillis() <= now || !departed.add(visitor)) {
      return false;
    }
    if (lastSeen.put(visitor, at) == null) {
      schedule(visitor, at);
    } else {
      count(ClassifiedEvent.siteOf(visitor), -1);
    }
    return true;
  }

  /** Restores a departure from the store at the start, before visitors are restored. */
  void restoreDeparture(String visitor, long at) {
    departed.add(visitor);
    lastSeen.put(visitor, at);
    schedule(visitor, at);
  }

  /** Restores a visitor from the store at the start, even one whose time has passed. */
  void restore(String visitor, long at) {
    if (departed.contains(visitor)) {
      return;
    }
    Long previous = lastSeen.get(visitor);
    lastSeen.put(visitor, previous == null ? at : Math.max(previous, at));
    if (previous == null) {
      schedule(visitor, at);
      count(ClassifiedEvent.siteOf(visitor), 1);
    }
  }

  /** Returns the time of a visitor's newest event or departure, null if there is none. */
  @Nullable Long lastSeen(String visitor) {
    return lastSeen.get(visitor);
  }

  /**
   * Records an event.
   *
   * @param happened time of the event
   * @param now current time
   * @return the time of the visitor, null if the event changes nothing, because it is too old, not
   *     the newest of its visitor, or the visitor has departed
   */
  @Nullable Long record(String visitor, long happened, long now) {
    long at = Math.min(happened, now);
    Long previous = lastSeen.get(visitor);
    if (at + ONLINE.toMillis() <= now
        || (previous != null && previous >= at)
        || departed.contains(visitor)) {
      return null;
    }
    lastSeen.put(visitor, at);
    if (previous == null) {
      schedule(visitor, at);
      count(ClassifiedEvent.siteOf(visitor), 1);
    }
    return at;
  }

  /**
   * Removes the visitors that go offline now, and departures that have lasted, and returns them. It
   * checks at most {@link #MAX_CHECKED}, so that one transaction stays short. The rest stays due.
   */
  List<String> expire(long now) {
    var offline = new ArrayList<String>();
    takeDue(now).forEach(visitor -> check(visitor, now, offline));
    return offline;
  }

  private List<String> takeDue(long now) {
    var visitors = new ArrayList<String>();
    var due = slots.headMap(now / 1000, true).values().iterator();
    while (visitors.size() < MAX_CHECKED && due.hasNext()) {
      List<String> slot = due.next();
      int from = Math.max(0, slot.size() - (MAX_CHECKED - visitors.size()));
      List<String> taken = slot.subList(from, slot.size());
      visitors.addAll(taken);
      taken.clear();
      if (slot.isEmpty()) {
        due.remove();
      }
    }
    return visitors;
  }

  private void check(String visitor, long now, List<String> offline) {
    long at = lastSeen.getOrDefault(visitor, 0L);
    if (at + ONLINE.toMillis() <= now) {
      lastSeen.remove(visitor);
      if (!departed.remove(visitor)) {
        count(ClassifiedEvent.siteOf(visitor), -1);
      }
      offline.add(visitor);
    } else {
      schedule(visitor, at);
    }
  }

  /** Time of the next {@link #expire} that has visitors to check, null if none is online. */
  @Nullable Long nextDue() {
    return slots.isEmpty() ? null : slots.firstKey() * 1000;
  }

  /** Number of visitors that are due. */
  int due(long now) {
    return slots.headMap(now / 1000, true).values().stream().mapToInt(List::size).sum();
  }

  /** Number of distinct visitors of a site that are online. */
  long online(String site) {
    return online.getOrDefault(site, 0L);
  }

  /** Returns whether the count of a site may have changed since {@link #takeChanged}. */
  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /** Makes the count of a site one that may have changed. */
  void setChanged(String site) {
    changed.add(site);
  }

  /** Returns the sites whose count may have changed since the last call. */
  Set<String> takeChanged() {
    var taken = Set.copyOf(changed);
    changed.clear();
    return taken;
  }

  private void schedule(String visitor, long at) {
    long second = Math.floorDiv(at + ONLINE.toMillis() + 999, 1000L);
    slots.computeIfAbsent(second, unused -> new ArrayList<>()).add(visitor);
  }

  private void count(String site, long by) {
    if (online.merge(site, by, Long::sum) == 0) {
      online.remove(site);
    }
    changed.add(site);
  }
}
