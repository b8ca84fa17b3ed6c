package io.sitepulse.local.replay.log;

import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds the format of a log: by its name, by the text that configured the server, or by itself. */
public final class LogFormats {
  /** Names that {@link #of} knows. */
  public static final String NAMES =
      "combined, common, vhost, varnish, w3c, iis-native, json, haproxy";

  private static final String COMBINED =
      "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

  private LogFormats() {}

  /**
   * Returns a format by its name or by the text of Apache's {@code LogFormat}, nginx's {@code
   * log_format} or a {@code #Fields} line.
   *
   * @throws IllegalArgumentException if it is neither, or lacks a column that a page view needs
   */
  public static LogFormat of(String text) {
    String trimmed = text.strip();
    return switch (trimmed.toLowerCase(Locale.ROOT)) {
      case "combined" -> combined();
      case "common" -> common();
      case "vhost" -> vhost();
      case "varnish" -> varnish();
      case "w3c", "iis" -> new W3cFormat();
      case "iis-native" -> new IisFormat();
      case "json" -> JsonFormat.usual();
      case "haproxy" -> new HaproxyFormat();
      default -> configured(trimmed);
    };
  }

  /**
   * Finds the format that reads most of the first lines of a log. If none reads any, it is the
   * combined format, so that each line is reported.
   */
  public static LogFormat find(List<String> sample) {
    List<String> plain = sample.stream().map(PrefixedFormat::without).toList();
    long prefixed = sample.stream().filter(line -> hasPrefix(line)).count();
    return 2 * prefixed > requests(sample).size()
        ? new PrefixedFormat(best(requests(plain)), sample.get(0))
        : best(requests(sample));
  }

  private static LogFormat best(List<String> lines) {
    if (lines.stream().anyMatch(line -> line.startsWith(W3cFormat.FIELDS))) {
      return new W3cFormat();
    }
    if (mostly(lines, line -> line.startsWith("{"))) {
      return JsonFormat.usual();
    }
    if (mostly(lines, line -> reads(new IisFormat(), line, request -> true))) {
      return new IisFormat();
    }
    if (mostly(lines, line -> reads(new HaproxyFormat(), line, request -> true))) {
      return new HaproxyFormat();
    }
    if (mostly(lines, LogFormats::isVirtualHostFirst)) {
      return vhost();
    }
    if (mostly(lines, line -> reads(combined(), line, LogFormats::isAbsolute))) {
      return varnish();
    }
    return isCommon(lines) ? common() : combined();
  }

  /** Tells if no line has anything in quotes but the request. */
  private static boolean isCommon(List<String> lines) {
    return lines.stream().anyMatch(line -> reads(common(), line, request -> true))
        && lines.stream().allMatch(line -> line.chars().filter(c -> c == '"').count() <= 2);
  }

  private static boolean isVirtualHostFirst(String line) {
    int blank = line.indexOf(' ');
    return blank > 0
        && line.charAt(blank - 1) != ','
        && reads(vhost(), line, request -> isAddress(request.host()));
  }

  private static boolean isAddress(String client) {
    String address = ClientColumn.address(client);
    boolean punctuated = address.indexOf('.') > 0 || address.indexOf(':') >= 0;
    return punctuated && new IPAddressString(address).isIPAddress();
  }

  private static boolean isAbsolute(LogLine line) {
    return line.target().startsWith("http://") || line.target().startsWith("https://");
  }

  private static boolean reads(LogFormat format, String line, Predicate<LogLine> condition) {
    try {
      LogLine request = format.read(line);
      return request != null && condition.test(request);
    } catch (MalformedLineException e) {
      return false;
    }
  }

  private static boolean mostly(List<String> lines, Predicate<String> condition) {
    return 2 * lines.stream().filter(condition).count() > lines.size();
  }

  private static boolean hasPrefix(String line) {
    return !PrefixedFormat.without(line).equals(line);
  }

  private static List<String> requests(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static LogFormat configured(String text) {
    if (text.startsWith(W3cFormat.FIELDS)) {
      return new W3cFormat(text);
    }
    String format = LogTemplate.text(text).strip();
    if (format.startsWith("{") && format.contains("$")) {
      return JsonFormat.of(format);
    }
    if (format.indexOf('%') < 0 && format.indexOf('$') < 0) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no format: give "
              + NAMES
              + ", or the text of LogFormat, log_format"
              + " or #Fields");
    }
    return new TemplateFormat("the format given", LogTemplate.parse(text), false);
  }

  /** Common lines are combined ones that end early, and some logs hold both. */
  private static LogFormat common() {
    return template("common", COMBINED);
  }

  private static LogFormat combined() {
    return template("combined", COMBINED);
  }

  private static LogFormat vhost() {
    return template("virtual host first", "%v " + COMBINED);
  }

  private static LogFormat varnish() {
    return new TemplateFormat("Varnish", LogTemplate.parse(COMBINED), true);
  }

  private static LogFormat template(String name, String text) {
    return new TemplateFormat(name, LogTemplate.parse(text), false);
  }
}
