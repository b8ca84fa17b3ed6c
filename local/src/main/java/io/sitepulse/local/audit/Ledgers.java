package io.sitepulse.local.audit;

import io.sitepulse.contract.event.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The claimed or the recounted numbers, by site and day or by poll. */
final class Ledgers {
  /** Prefix of a reason: events that may not be counted according to the ledger or the recount. */
  static final String REJECTED = "rejected.";

  /** Prefix of a reason: stored rejected events. */
  static final String KEPT = "kept.";

  private final SortedMap<LedgerKey, NamedCounts> figures = new TreeMap<>();

  void add(LedgerKey key, Map<String, Long> numbers) {
    figures.put(key, get(key).plus(numbers));
  }

  NamedCounts get(LedgerKey key) {
    return figures.getOrDefault(key, NamedCounts.NONE);
  }

  /** Keys that have numbers, in order. */
  Iterable<LedgerKey> keys() {
    return figures.keySet();
  }

  /** Requires one stored rejection for each rejected event. */
  void expectRejectionsKept() {
    figures.replaceAll((key, numbers) -> numbers.plus(kept(numbers)));
  }

  /** Adds unreadable events, of which only the stored rejection is left. */
  void addUnreadable(LedgerKey key, long count) {
    add(key, Map.of("received", count, REJECTED + Reason.UNREADABLE.label(), count));
  }

  private static Map<String, Long> kept(NamedCounts numbers) {
    var kept = new LinkedHashMap<String, Long>();
    numbers
        .byName()
        .forEach(
            (name, count) -> {
              if (name.startsWith(REJECTED)) {
                kept.put(KEPT + name.substring(REJECTED.length()), count);
              }
            });
    return kept;
  }
}
