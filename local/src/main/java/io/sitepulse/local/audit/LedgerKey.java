package io.sitepulse.local.audit;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a set of numbers.
 *
 * @param subject site or poll
 * @param day the local day, null for a poll
 */
record LedgerKey(String subject, @Nullable LocalDate day) implements Comparable<LedgerKey> {
  private static final Comparator<LedgerKey> ORDER =
      Comparator.comparing(LedgerKey::subject)
          .thenComparing(key -> key.day == null ? LocalDate.MIN : key.day);

  @Override
  public int compareTo(LedgerKey other) {
    return ORDER.compare(this, other);
  }
}
