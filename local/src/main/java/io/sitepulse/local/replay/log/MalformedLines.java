package io.sitepulse.local.replay.log;

import java.util.ArrayList;
import java.util.List;

/** Lines that could not be read: their number, and the first of them with line number and fault. */
public final class MalformedLines {
  private static final int LISTED = 20;

  private final List<String> first = new ArrayList<>();
  private long count;

  public void add(long number, MalformedLineException why) {
    count++;
    if (first.size() < LISTED) {
      first.add(number + " (" + why.getMessage() + ")");
    }
  }

  public long count() {
    return count;
  }

  /** Number and fault of the first {@value #LISTED}. */
  public List<String> first() {
    return List.copyOf(first);
  }
}
