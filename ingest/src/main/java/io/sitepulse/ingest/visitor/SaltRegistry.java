package io.sitepulse.ingest.visitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The salts read from the topic, in its order. Of a date the first that is not over counts: every
 * collector that reads the topic comes to the same one, whenever it started to read. One thread
 * writes; any may read.
 */
final class SaltRegistry {
  private final Map<LocalDate, List<Salt>> byDate = new ConcurrentHashMap<>();

  /** Takes the next salt of the topic. */
  void take(LocalDate date, Salt salt) {
    byDate.merge(date, List.of(salt), SaltRegistry::appended);
  }

  /** The salt of a date; null if it has not been read yet, or is over. */
  @Nullable Salt of(LocalDate date, Instant now) {
    for (Salt salt : byDate.getOrDefault(date, List.of())) {
      if (!salt.isOver(now)) {
        return salt;
      }
    }
    return null;
  }

  /** Drops what is over. */
  void forget(Instant now) {
    byDate.replaceAll((date, salts) -> salts.stream().filter(salt -> !salt.isOver(now)).toList());
    byDate.values().removeIf(List::isEmpty);
  }

  private static List<Salt> appended(List<Salt> salts, List<Salt> next) {
    var all = new ArrayList<>(salts);
    all.addAll(next);
    return List.copyOf(all);
  }
}
