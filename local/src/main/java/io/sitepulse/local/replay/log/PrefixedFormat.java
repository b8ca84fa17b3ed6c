package io.sitepulse.local.replay.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.json.Json;
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
 * {"log":"…\n","stream":"stdout","time":"…"}              docker's json-file
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

  private static final String DOCKER = "{\"log\":\"";

  private final LogFormat format;
  private final String name;

  /**
   * Creates the format.
   *
   * @param format format of the lines within
   * @param sample a line with its prefix
   */
  PrefixedFormat(LogFormat format, String sample) {
    this.format = format;
    this.name =
        format.name()
            + (sample.startsWith(DOCKER) ? " in docker's json-file" : " with a syslog prefix");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    return format.read(without(line));
  }

  /** The line without its prefix. */
  static String without(String line) {
    if (line.startsWith(DOCKER)) {
      return logged(line);
    }
    Matcher prefix = PREFIX.matcher(line);
    return prefix.find() ? line.substring(prefix.end()) : line;
  }

  private static String logged(String line) {
    try {
      return Json.MAPPER.readTree(line).path("log").asText().stripTrailing();
    } catch (JsonProcessingException e) {
      return line; // Cut off, and malformed for the format within.
    }
  }
}
