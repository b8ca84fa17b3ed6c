package io.sitepulse.local.replay.log;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of one line, by column, and the request they describe. */
final class LogFields {
  private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
  private static final Pattern SCHEME_AND_HOST =
      Pattern.compile("^https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

  private final Map<LogField, String> values = new EnumMap<>(LogField.class);
  private final ZoneId zone;

  /**
   * Creates an empty set of values.
   *
   * @param zone time zone of times that name none
   */
  LogFields(ZoneId zone) {
    this.zone = zone;
  }

  /** Sets a value. A column that the log has twice keeps its first value that is not a dash. */
  void put(LogField field, String value) {
    if (given(field).isEmpty()) {
      values.put(field, value);
    }
  }

  /** Tells if the line has everything that a request needs. */
  boolean isComplete() {
    return values.containsKey(LogField.CLIENT)
        && values.containsKey(LogField.TIME)
        && values.containsKey(LogField.STATUS)
        && (values.containsKey(LogField.REQUEST) || values.containsKey(LogField.METHOD));
  }

  /**
   * Returns the request. Its target is empty if the client sent no HTTP.
   *
   * @throws MalformedLineException if a column is missing or cannot be read
   */
  LogLine line() throws MalformedLineException {
    String client = required(LogField.CLIENT);
    String time = required(LogField.TIME);
    String day = given(LogField.DATE);
    String status = required(LogField.STATUS);
    if (!STATUS.matcher(status).matches()) {
      throw new MalformedLineException("no status");
    }
    String[] request = request();
    return new LogLine(
        client,
        LogTime.read(day.isEmpty() ? time : day + " " + time, zone),
        request[0],
        request[1],
        Integer.parseInt(status),
        given(LogField.REFERRER),
        given(LogField.AGENT));
  }

  /** Removes scheme and host from a target. Proxies log requests in this form. */
  static LogLine relative(LogLine line) {
    Matcher host = SCHEME_AND_HOST.matcher(line.target());
    if (!host.find()) {
      return line;
    }
    String path = line.target().substring(host.end());
    return new LogLine(
        line.host(),
        line.at(),
        line.method(),
        path.startsWith("/") ? path : "/" + path,
        line.status(),
        line.referrer(),
        line.agent());
  }

  private String[] request() throws MalformedLineException {
    if (values.containsKey(LogField.REQUEST)) {
      return split(given(LogField.REQUEST));
    }
    String target = given(LogField.TARGET);
    String path = target.isEmpty() ? required(LogField.PATH) : target;
    return new String[] {required(LogField.METHOD), withQuery(path, given(LogField.QUERY))};
  }

  private static String withQuery(String path, String query) {
    if (query.isEmpty() || path.indexOf('?') >= 0) {
      return path;
    }
    return path + (query.startsWith("?") ? query : "?" + query);
  }

  /** HTTP/0.9 has no third word. A target may hold blanks that a client did not encode. */
  private static String[] split(String text) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    if (first <= 0) {
      return new String[] {"", ""};
    }
    boolean protocol = last > first && text.startsWith("HTTP/", last + 1);
    String target = text.substring(first + 1, protocol ? last : text.length());
    return new String[] {text.substring(0, first), target};
  }

  private String required(LogField field) throws MalformedLineException {
    String value = given(field);
    if (value.isEmpty()) {
      throw new MalformedLineException("no " + field.label());
    }
    return value;
  }

  /** A value, empty if it is absent or a dash. */
  private String given(LogField field) {
    String value = values.getOrDefault(field, "");
    return value.equals("-") ? "" : value;
  }
}
