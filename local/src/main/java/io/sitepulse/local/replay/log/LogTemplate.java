package io.sitepulse.local.replay.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log format as Apache's {@code LogFormat} or nginx's {@code log_format} writes it, split into
 * columns and the texts around them.
 *
 * @param texts texts before, between and behind the columns, one more than columns
 * @param fields columns, at least one
 */
record LogTemplate(List<String> texts, List<LogField> fields) {
  private static final Pattern APACHE =
      Pattern.compile("%(?:%|!?[0-9,]*[<>]?(?:\\{([^}]*)\\})?(\\^?[A-Za-z]))");
  private static final Pattern NGINX = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))");
  private static final Pattern APACHE_DIRECTIVE =
      Pattern.compile("(?is)^\\s*(?:LogFormat\\s+)?\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*\\S*\\s*$");
  private static final Pattern NGINX_DIRECTIVE =
      Pattern.compile("(?is)^\\s*log_format\\s+\\S+\\s+(?:escape=\\w+\\s+)?(.*?);?\\s*$");
  private static final Pattern NGINX_TEXT =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private static final Map<String, LogField> APACHE_COLUMNS =
      Map.of(
          "h", LogField.CLIENT,
          "a", LogField.CLIENT,
          "t", LogField.TIME,
          "r", LogField.REQUEST,
          "m", LogField.METHOD,
          "U", LogField.PATH,
          "q", LogField.QUERY,
          "s", LogField.STATUS);
  private static final Map<String, LogField> HEADERS =
      Map.of(
          "referer", LogField.REFERRER,
          "user-agent", LogField.AGENT,
          "x-forwarded-for", LogField.CLIENT,
          "x-real-ip", LogField.CLIENT,
          "cf-connecting-ip", LogField.CLIENT,
          "forwarded", LogField.CLIENT);
  private static final Map<String, LogField> NGINX_COLUMNS =
      Map.ofEntries(
          Map.entry("remote_addr", LogField.CLIENT),
          Map.entry("proxy_protocol_addr", LogField.CLIENT),
          Map.entry("proxy_add_x_forwarded_for", LogField.CLIENT),
          Map.entry("time_local", LogField.TIME),
          Map.entry("time_iso8601", LogField.TIME),
          Map.entry("msec", LogField.TIME),
          Map.entry("request", LogField.REQUEST),
          Map.entry("request_method", LogField.METHOD),
          Map.entry("request_uri", LogField.TARGET),
          Map.entry("uri", LogField.PATH),
          Map.entry("document_uri", LogField.PATH),
          Map.entry("args", LogField.QUERY),
          Map.entry("query_string", LogField.QUERY),
          Map.entry("status", LogField.STATUS));

  LogTemplate {
    texts = List.copyOf(texts);
    fields = List.copyOf(fields);
  }

  /**
   * Reads a template, with or without the directive around it.
   *
   * @throws IllegalArgumentException if it lacks a column that a page view needs
   */
  static LogTemplate parse(String directive) {
    String text = text(directive);
    LogTemplate template =
        NGINX.matcher(text).find() && !text.contains("%h") ? nginx(text) : apache(text);
    template.check();
    return template;
  }

  /** The format itself, without the name of the directive and the quotes around the format. */
  static String text(String directive) {
    Matcher nginx = NGINX_DIRECTIVE.matcher(directive);
    if (nginx.matches()) {
      var text = new StringBuilder();
      Matcher parts = NGINX_TEXT.matcher(nginx.group(1));
      while (parts.find()) {
        text.append(unescaped(parts.group(1) == null ? parts.group(2) : parts.group(1)));
      }
      return text.length() == 0 ? nginx.group(1) : text.toString();
    }
    Matcher apache = APACHE_DIRECTIVE.matcher(directive);
    return apache.matches() ? unescaped(apache.group(1)) : directive.replace("\\\"", "\"");
  }

  /** The column that an nginx variable fills. */
  static LogField ofVariable(String variable) {
    String name = variable.toLowerCase(Locale.ROOT);
    return name.startsWith("http_")
        ? HEADERS.getOrDefault(name.substring("http_".length()).replace('_', '-'), LogField.OTHER)
        : NGINX_COLUMNS.getOrDefault(name, LogField.OTHER);
  }

  /** The column that a request header fills. */
  static LogField ofHeader(String header) {
    return HEADERS.getOrDefault(header.toLowerCase(Locale.ROOT), LogField.OTHER);
  }

  private static LogTemplate nginx(String text) {
    var parts = new Parts();
    Matcher variable = NGINX.matcher(text);
    int at = 0;
    for (; variable.find(); at = variable.end()) {
      parts.text(text.substring(at, variable.start()));
      parts.field(ofVariable(variable.group(1) == null ? variable.group(2) : variable.group(1)));
    }
    parts.text(text.substring(at));
    return parts.template();
  }

  private static LogTemplate apache(String text) {
    var parts = new Parts();
    Matcher column = APACHE.matcher(text);
    int at = 0;
    for (; column.find(); at = column.end()) {
      parts.text(text.substring(at, column.start()));
      if (column.group(2) == null) {
        parts.text("%");
      } else {
        apacheColumn(column.group(2), column.group(1), parts);
      }
    }
    parts.text(text.substring(at));
    return parts.template();
  }

  private static void apacheColumn(String letter, @Nullable String argument, Parts parts) {
    if (letter.equals("t") && argument == null) {
      parts.text("[");
      parts.field(LogField.TIME);
      parts.text("]");
    } else if (letter.equals("i") && argument != null) {
      parts.field(ofHeader(argument));
    } else {
      parts.field(APACHE_COLUMNS.getOrDefault(letter, LogField.OTHER));
    }
  }

  private void check() {
    boolean request =
        fields.contains(LogField.REQUEST)
            || (fields.contains(LogField.METHOD)
                && (fields.contains(LogField.TARGET) || fields.contains(LogField.PATH)));
    require(fields.contains(LogField.CLIENT), "address (%h, $remote_addr)");
    require(fields.contains(LogField.TIME), "time (%t, $time_local)");
    require(request, "request (%r, $request)");
    require(fields.contains(LogField.STATUS), "status (%>s, $status)");
  }

  private static void require(boolean there, String column) {
    if (!there) {
      throw new IllegalArgumentException("the format has no column for the " + column);
    }
  }

  private static String unescaped(String text) {
    return ESCAPED.matcher(text).replaceAll(found -> escaped(found.group(1)));
  }

  private static String escaped(String letter) {
    return Matcher.quoteReplacement(letter.equals("t") ? "\t" : letter);
  }

  /** Collects texts and columns. Columns without a text between them are read as one. */
  private static final class Parts {
    private final List<String> texts = new ArrayList<>();
    private final List<LogField> fields = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void text(String more) {
      text.append(more);
    }

    void field(LogField field) {
      if (text.length() == 0 && !fields.isEmpty()) {
        int last = fields.size() - 1;
        fields.set(last, merged(fields.get(last), field));
      } else {
        texts.add(text.toString());
        fields.add(field);
        text.setLength(0);
      }
    }

    LogTemplate template() {
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("the format has no columns");
      }
      texts.add(text.toString());
      return new LogTemplate(texts, fields);
    }

    private static LogField merged(LogField first, LogField second) {
      boolean target =
          first == LogField.PATH || second == LogField.PATH || second == LogField.TARGET;
      if (target) {
        return LogField.TARGET;
      }
      return first == LogField.OTHER ? second : first;
    }
  }
}
