package io.sitepulse.contract.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arithmetic on numbers of rejected events or votes by reason. */
public final class RejectionCounts {

  private RejectionCounts() {}

  /** Copies counts to an immutable map in the order of the reasons. */
  public static Map<Reason, Long> copyOf(Map<Reason, Long> counts) {
    // Most are empty, and ledgers are made for every record of events.
    if (counts.isEmpty()) {
      return Map.of();
    }
    var copy = new EnumMap<Reason, Long>(Reason.class);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Returns counts by the labels of their reasons. Those of unknown reasons are added up as {@link
   * Reason#OTHER}, so that the ledger of a newer release balances.
   */
  public static Map<Reason, Long> byLabel(@Nullable Map<String, Long> counts) {
    if (counts == null || counts.isEmpty()) {
      return Map.of();
    }
    var byReason = new EnumMap<Reason, Long>(Reason.class);
    counts.forEach((label, count) -> byReason.merge(Reason.of(label), count, Long::sum));
    return byReason;
  }

  /** The number of all rejected. */
  public static long sum(Map<Reason, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      sum += count;
    }
    return sum;
  }

  /**
   * Adds counts, or subtracts them. Reasons without rejections are left out.
   *
   * @param sign 1 to add {@code others}, -1 to subtract them
   */
  public static Map<Reason, Long> combine(
      Map<Reason, Long> counts, Map<Reason, Long> others, int sign) {
    if (others.isEmpty()) {
      return counts;
    }
    var combined = new EnumMap<Reason, Long>(Reason.class);
    combined.putAll(counts);
    others.forEach((reason, count) -> combined.merge(reason, sign * count, Long::sum));
    combined.values().removeIf(count -> count == 0);
    return combined;
  }

  /**
   * Requires that every received event or vote is accounted for.
   *
   * @param ledger name of the ledger for the message
   * @throws IllegalArgumentException if the numbers differ
   */
  public static void requireBalance(String ledger, long received, long known) {
    if (received != known) {
      throw new IllegalArgumentException(
          ledger + " does not balance: received " + received + ", accounted for " + known);
    }
  }
}
