package io.sitepulse.local.replay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The result of a replay. After the first run on a quiet site the counters must show: views =
 * accepted minus those of bots, visitors = {@code visitors}.
 *
 * @param lines lines of the log
 * @param pages lines that are pages. All of them were sent
 * @param malformed lines that could not be read
 * @param bots pages of robots
 * @param visitors distinct pairs of address and user agent that are not robots
 * @param accepted page views answered 202: stored, new or not
 * @param refused page views not accepted, by reason
 * @param took duration of the replay
 */
public record ReplaySummary(
    long lines,
    long pages,
    Malformed malformed,
    long bots,
    long visitors,
    long accepted,
    SortedMap<String, Long> refused,
    Duration took) {

  /**
   * Lines that could not be read.
   *
   * @param count number of lines
   * @param first line number and fault of the first ones
   */
  public record Malformed(long count, List<String> first) {
    public Malformed {
      first = List.copyOf(first);
    }

    private String list() {
      if (count == 0) {
        return "";
      }
      return "line " + String.join(", ", first) + (count > first.size() ? ", …" : "");
    }
  }

  /** Page views not taken. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(n -> n).sum();
  }

  /** Formats the summary for people. */
  public String text() {
    var text = new StringBuilder();
    line(text, "lines", lines, "");
    line(text, "  not pages", lines - pages - malformed.count(), "");
    line(text, "  malformed", malformed.count(), malformed.list());
    line(text, "  pages", pages, "");
    line(text, "    of bots", bots, "kept apart, in no counter");
    line(text, "    of visitors", pages - bots, "views");
    line(text, "visitors", visitors, "distinct pairs of address and user agent");
    line(text, "accepted", accepted, "stored; what was sent before is told apart by its id");
    line(text, "refused", refusedInAll(), "");
    refused.forEach((reason, count) -> line(text, "  " + reason, count, ""));
    double seconds = took.toMillis() / 1000.0;
    return text.append(
            String.format(
                Locale.ROOT,
                "in %.1f s, %,.0f pages/s%n",
                seconds,
                seconds == 0 ? 0 : pages / seconds))
        .toString();
  }

  private static void line(StringBuilder text, String name, long count, String note) {
    text.append(String.format(Locale.ROOT, "%-16s%,12d  %s", name, count, note).stripTrailing())
        .append(System.lineSeparator());
  }
}
