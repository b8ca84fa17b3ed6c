package io.sitepulse.local.replay.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A format whose lines went through syslog or a container's log, which put a prefix before them.
 *
 * <pre>
 * &lt;190&gt;Mar 12 08:00:01 web1 nginx[7]: …                       RFC 3164
 * 2026-03-12T08:00:01.5+07:00 web1 nginx: …                  rsyslog with ISO times
 * &lt;190&gt;1 2026-03-12T08:00:01Z web1 nginx 7 - - …              RFC 5424
 * 2026-03-12T08:00:01.5Z stdout F …                          containerd
 * web-1  | …                                                 docker compose
 * </pre>
 */
final class PrefixedFormat implements LogFormat {
  private static final String TAG = "\\S+ [^ :\\[]+(?:\\[[^\\]]*\\])?: ?";
  private static final String ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.,]+(?:Z|[-+][0-9:]{4,6})";
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:"
              + String.join(
                  "|",
                  List.of(
                      "(?:<[0-9]{1,3}>)?[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} " + TAG,
                      "(?:<[0-9]{1,3}>)?" + ISO + " " + TAG,
                      "<[0-9]{1,3}>1 \\S+ \\S+ \\S+ \\S+ \\S+"
                          + " (?:-|(?:\\[(?:[^\\]\\\\]|\\\\.)*+\\])++) ?(?:\u00ef\u00bb\u00bf)?",
                      ISO + " (?:stdout|stderr) [FP] ",
                      "[A-Za-z0-9_.-]+ +\\| "))
              + ")");

  private final LogFormat format;

  PrefixedFormat(LogFormat format) {
    this.format = format;
  }

  @Override
  public String name() {
    return format.name() + " with a syslog prefix";
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    return format.read(without(line));
  }

  /** The line without its prefix. */
  static String without(String line) {
    Matcher prefix = PREFIX.matcher(line);
    return prefix.find() ? line.substring(prefix.end()) : line;
  }
}
