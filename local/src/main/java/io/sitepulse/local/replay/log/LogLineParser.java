package io.sitepulse.local.replay.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads lines in the common and the combined format of Apache and nginx:
 *
 * <pre>
 * host ident user [time] "method target protocol" status bytes
 * host ident user [time] "method target protocol" status bytes "referrer" "agent" whatever else
 * </pre>
 *
 * A reader of our own, a hundred lines: the library for it (httpdlog-parser) compiles a dissector
 * from the format and wants the format told, and is many times slower.
 */
public final class LogLineParser {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
  private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
  private static final Pattern BYTES = Pattern.compile("-|[0-9]{1,19}");

  private final String line;
  private int position;

  private LogLineParser(String line) {
    this.line = line;
  }

  /**
   * Reads a line.
   *
   * @throws MalformedLineException if it is not such a line
   */
  public static LogLine parse(String line) throws MalformedLineException {
    return new LogLineParser(line).parse();
  }

  private LogLine parse() throws MalformedLineException {
    String host = until(" ", "address");
    Instant at = time();
    String[] request = request();
    int status = Integer.parseInt(matching(STATUS, "status"));
    matching(BYTES, "size");
    // Common format ends here; what a server was told to add after combined is not ours to know.
    boolean combined = position < line.length();
    String referrer = combined ? given(quoted("referrer")) : "";
    String agent = combined ? given(quoted("user agent")) : "";
    return new LogLine(host, at, request[0], request[1], status, referrer, agent);
  }

  /** Ident and user stand before it, and a user's name may hold blanks. */
  private Instant time() throws MalformedLineException {
    until("[", "time");
    String text = until("] ", "time");
    try {
      return OffsetDateTime.parse(text, TIME).toInstant();
    } catch (DateTimeParseException e) {
      throw new MalformedLineException("the time cannot be read");
    }
  }

  private String[] request() throws MalformedLineException {
    String text = quoted("request");
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    if (first <= 0) {
      throw new MalformedLineException("the request has no target");
    }
    // HTTP/0.9 had no third word; a target may hold blanks that a client did not encode.
    boolean protocol = last > first && text.startsWith("HTTP/", last + 1);
    String target = text.substring(first + 1, protocol ? last : text.length());
    return new String[] {text.substring(0, first), target};
  }

  private String matching(Pattern pattern, String what) throws MalformedLineException {
    int end = line.indexOf(' ', position);
    String word = line.substring(position, end < 0 ? line.length() : end);
    if (!pattern.matcher(word).matches()) {
      throw new MalformedLineException("no " + what);
    }
    position = end < 0 ? line.length() : end + 1;
    return word;
  }

  private String until(String mark, String what) throws MalformedLineException {
    int end = line.indexOf(mark, position);
    if (end < 0 || (end == position && mark.equals(" "))) {
      throw new MalformedLineException("no " + what);
    }
    String text = line.substring(position, end);
    position = end + mark.length();
    return text;
  }

  /** A text in quotes, in which the server wrote a backslash before a quote. */
  private String quoted(String what) throws MalformedLineException {
    if (position >= line.length() || line.charAt(position) != '"') {
      throw new MalformedLineException("no " + what);
    }
    int end = position + 1;
    while (end < line.length() && line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= line.length()) {
      throw new MalformedLineException("the " + what + " has no end");
    }
    String text = EscapedText.read(line.substring(position + 1, end));
    position = Math.min(end + 2, line.length());
    return text;
  }

  private static String given(String text) {
    return text.equals("-") ? "" : text;
  }
}
