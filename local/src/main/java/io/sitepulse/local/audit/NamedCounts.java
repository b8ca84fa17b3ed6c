package io.sitepulse.local.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts by name, in insertion order. A missing count is 0.
 *
 * @param byName for example {@code visits}, {@code rejected.too-old}, {@code ballots.useful}
 */
record NamedCounts(@JsonValue Map<String, Long> byName) {
  static final NamedCounts NONE = new NamedCounts(Map.of());

  NamedCounts {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  long get(String name) {
    return byName.getOrDefault(name, 0L);
  }

  /** Returns these counts plus others. Counts of the same name are summed. */
  NamedCounts plus(Map<String, Long> others) {
    var sums = new LinkedHashMap<>(byName);
    others.forEach((name, count) -> sums.merge(name, count, Long::sum));
    return new NamedCounts(sums);
  }

  /** Returns the counts in which others differ from these. */
  List<Difference> differences(NamedCounts recounted) {
    Set<String> names = new LinkedHashSet<>(byName.keySet());
    names.addAll(recounted.byName.keySet());
    return names.stream()
        .map(name -> new Difference(name, get(name), recounted.get(name)))
        .filter(difference -> difference.claimed() != difference.recounted())
        .toList();
  }
}
