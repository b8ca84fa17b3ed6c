package io.sitepulse.local.replay.log;

import java.util.ArrayList;
import java.util.List;

/** Lines that could not be read: how many, and the first of them by number. */
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
