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
 * Who is online in one shard. Every visitor stands in the slot of the second their time is up; a
 * new event of theirs does not move them, but when the slot's second comes they are put where they
 * belong by then. So an event costs a map access, and a second costs those whose slot it is:
 *
 * <pre>
 *   slots  12:05:00 ▸ a, d     12:05:01 ▸ c     12:05:07 ▸ b
 *          └ now: a is gone; d was seen since ▸ slot 12:08:31
 * </pre>
 *
 * All times are epoch milliseconds.
 */
final class OnlineTimerWheel {
  /** How long an event keeps its visitor online. */
  static final Duration ONLINE = Duration.ofMinutes(5);

  private final Map<String, Long> lastSeen = new HashMap<>();
  private final TreeMap<Long, List<String>> slots = new TreeMap<>();
  private final Map<String, Long> online = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  /** Puts back a visitor read from the store at the start, whether or not their time is up. */
  void restore(String visitor, long at) {
    if (lastSeen.put(visitor, at) == null) {
      addToSlot(visitor, at);
      count(ClassifiedEvent.siteOf(visitor), 1);
    }
  }

  /**
   * Notes an event.
   *
   * @return the time to remember the visitor by, or null if the event changes nothing: it is too
   *     old to put anybody online, or not their newest
   */
  @Nullable Long seen(String visitor, long happened, long now) {
    long at = Math.min(happened, now);
    Long before = lastSeen.get(visitor);
    if (at + ONLINE.toMillis() <= now || (before != null && before >= at)) {
      return null;
    }
    lastSeen.put(visitor, at);
    if (before == null) {
      addToSlot(visitor, at);
      count(ClassifiedEvent.siteOf(visitor), 1);
    }
    return at;
  }

  /** Lets those go whose time is up; they are not online any more. */
  List<String> expire(long now) {
    var gone = new ArrayList<String>();
    var due = slots.headMap(now / 1000, true);
    var visitors = due.values().stream().flatMap(List::stream).toList();
    due.clear();
    for (String visitor : visitors) {
      long at = lastSeen.getOrDefault(visitor, 0L);
      if (at + ONLINE.toMillis() <= now) {
        lastSeen.remove(visitor);
        count(ClassifiedEvent.siteOf(visitor), -1);
        gone.add(visitor);
      } else {
        addToSlot(visitor, at);
      }
    }
    return gone;
  }

  /** How many visitors the next {@link #expire} would look at. */
  int due(long now) {
    return slots.headMap(now / 1000, true).values().stream().mapToInt(List::size).sum();
  }

  /** Distinct visitors of a site online now. */
  long online(String site) {
    return online.getOrDefault(site, 0L);
  }

  /** The sites whose number may have changed since the last call. */
  Set<String> takeChanged() {
    var taken = Set.copyOf(changed);
    changed.clear();
    return taken;
  }

  private void addToSlot(String visitor, long at) {
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
