package io.sitepulse.local.replay.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that could not be read: their number, and the first of them with line number and fault. */
public final class MalformedLines {
  private static final int LISTED = 20;
  private static final int SAMPLE_LENGTH = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

  private final List<String> first = new ArrayList<>();
  private String sample = "";
  private long count;

  /**
   * Adds a line.
   *
   * @param number its line number, from 1
   * @param line the line
   * @param why the fault
   */
  public void add(long number, String line, MalformedLineException why) {
    count++;
    if (sample.isEmpty()) {
      sample = number + ": " + printable(line);
    }
    if (first.size() < LISTED) {
      first.add(number + " (" + why.getMessage() + ")");
    }
  }

  public long count() {
    return count;
  }

  /** Line number and beginning of the first one, safe to print, empty if there is none. */
  public String sample() {
    return sample;
  }

  /** A log holds what strangers sent: only printable ASCII may reach a terminal. */
  private static String printable(String line) {
    boolean cut = line.length() > SAMPLE_LENGTH;
    String begin = cut ? line.substring(0, SAMPLE_LENGTH) : line;
    return UNPRINTABLE.matcher(begin).replaceAll("?") + (cut ? "…" : "");
  }

  /** Number and fault of the first {@value #LISTED}. */
  public List<String> first() {
    return List.copyOf(first);
  }
}
