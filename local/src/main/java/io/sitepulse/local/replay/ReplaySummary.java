package io.sitepulse.local.replay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The result of a replay. After the first run on a quiet site the counters must show: views =
 * accepted minus those of bots, visitors = {@code visitors}.
 *
 * @param log content of the log
 * @param bots pages of robots
 * @param visitors distinct pairs of address and user agent that are not robots
 * @param accepted page views answered 202: stored, new or not
 * @param skipped page views not sent, because they were sent and stored long before
 * @param refused page views not accepted, by reason
 * @param took duration of the replay
 */
public record ReplaySummary(
    Log log,
    long bots,
    long visitors,
    long accepted,
    long skipped,
    SortedMap<String, Long> refused,
    Duration took) {
  /** A log is unusable if more than one line in this many cannot be read. */
  private static final int MALFORMED_SHARE = 10;

  /**
   * The content of a log.
   *
   * @param format name of the format
   * @param lines lines of the log
   * @param pages lines that are pages. All of them were sent, now or before
   * @param malformed lines that could not be read
   */
  public record Log(String format, long lines, long pages, Malformed malformed) {}

  /**
   * Lines that could not be read.
   *
   * @param count number of lines
   * @param first line number and fault of the first ones
   * @param sample beginning of the first one, printable, empty if there is none
   */
  public record Malformed(long count, List<String> first, String sample) {
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

  /** Lines of the log. */
  public long lines() {
    return log.lines();
  }

  /** Lines that are pages. All of them were sent, now or before. */
  public long pages() {
    return log.pages();
  }

  /** Lines that could not be read. */
  public Malformed malformed() {
    return log.malformed();
  }

  /** Tells if more than a tenth of the lines could not be read, or if no line is a page. */
  public boolean isUnusable() {
    return pages() == 0 || MALFORMED_SHARE * malformed().count() > lines();
  }

  /** Says why the log is unusable and what was sent nevertheless. */
  public String fault() {
    String sent = pages() == 0 ? "Nothing was sent." : pages() + " pages were sent before.";
    String sample = malformed().sample().isEmpty() ? "" : " Line " + malformed().sample();
    String lines =
        malformed().count() == 0
            ? "None of the " + lines() + " lines is a page (format: " + log.format() + ")."
            : "%d of the %d lines cannot be read (format: %s, --format gives another)."
                .formatted(malformed().count(), lines(), log.format());
    return lines + sample + System.lineSeparator() + sent;
  }

  /** Page views not taken. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(n -> n).sum();
  }

  /** Formats the summary for people. */
  public String text() {
    var text = new StringBuilder();
    long pages = pages();
    line(text, "lines", lines(), "format: " + log.format());
    line(text, "  not pages", lines() - pages - malformed().count(), "");
    line(text, "  malformed", malformed().count(), malformed().list());
    line(text, "  pages", pages, "");
    line(text, "    of bots", bots, "kept apart, in no counter");
    line(text, "    of visitors", pages - bots, "views");
    line(text, "visitors", visitors, "distinct pairs of address and user agent");
    line(text, "accepted", accepted, "stored; what was sent before is told apart by its id");
    if (skipped > 0) {
      line(text, "not sent", skipped, "sent and stored long before; --again sends them");
    }
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
