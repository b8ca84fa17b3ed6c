package io.sitepulse.local.chaos.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The totals that readers of one subject saw. It notes each fall, and the times in which no total
 * grew. Thread-safe.
 */
public final class Totals {
  private final Map<String, Long> last = new HashMap<>();
  private final List<String> falls = new ArrayList<>();
  private final Silences silences;
  private long largest;
  private long seen;

  /** Begins now. */
  public Totals(long now) {
    this.silences = new Silences(now);
  }

  /**
   * Notes a total.
   *
   * @param reader the reader and the figure. Another reader may be behind this one
   */
  public synchronized void saw(String reader, long total, long now) {
    seen++;
    Long before = last.put(reader, total);
    if (before != null && total < before) {
      falls.add(reader + " fell from " + before + " to " + total);
    }
    if (total > largest) {
      largest = total;
      silences.happened(now);
    }
  }

  /** Returns a sentence for each fall. */
  public synchronized List<String> falls() {
    return List.copyOf(falls);
  }

  /** Returns the number of totals that were seen. */
  public synchronized long seen() {
    return seen;
  }

  /** The times in which no reader saw a total grow. */
  public Silences silences() {
    return silences;
  }
}
