package io.sitepulse.ingest.visitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The salts in the order of the topic. The first salt of a date that has not expired is valid, so
 * all collectors use the same one, no matter when they started to read. One thread writes and any
 * thread may read.
 */
final class SaltRegistry {
  private final Map<LocalDate, List<Salt>> byDate = new ConcurrentHashMap<>();

  /** Adds the next salt of the topic. */
  void take(LocalDate date, Salt salt) {
    byDate.merge(date, List.of(salt), SaltRegistry::appended);
  }

  /** The salt of a date, or null if it has not been read yet or has expired. */
  @Nullable Salt of(LocalDate date, Instant now) {
    for (Salt salt : byDate.getOrDefault(date, List.of())) {
      if (!salt.isOver(now)) {
        return salt;
      }
    }
    return null;
  }

  /** Removes expired salts. */
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
