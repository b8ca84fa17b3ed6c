package io.sitepulse.local.replay.log;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The extended log format of the W3C, which IIS, CloudFront and others write. A {@code #Fields}
 * line names the columns and may come again with others. Times are in UTC.
 *
 * <p>IIS writes a plus for a blank. CloudFront separates columns with tabs and encodes texts with
 * percent signs.
 *
 * @see <a href="https://www.w3.org/TR/WD-logfile.html">Extended Log File Format</a>
 */
final class W3cFormat implements LogFormat {
  /** Begin of the line that names the columns. */
  static final String FIELDS = "#Fields:";

  private static final Pattern VALUE = Pattern.compile("\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|\\S+");
  private static final Pattern PERCENT = Pattern.compile("%(?:25)?20");
  private static final Map<String, LogField> COLUMNS =
      Map.ofEntries(
          Map.entry("date", LogField.DATE),
          Map.entry("time", LogField.TIME),
          Map.entry("c-ip", LogField.CLIENT),
          Map.entry("c-dns", LogField.CLIENT),
          Map.entry("x-forwarded-for", LogField.CLIENT),
          Map.entry("cs-method", LogField.METHOD),
          Map.entry("cs-uri", LogField.TARGET),
          Map.entry("cs-uri-stem", LogField.PATH),
          Map.entry("cs-uri-query", LogField.QUERY),
          Map.entry("sc-status", LogField.STATUS));

  private List<LogField> columns = List.of();

  /** Creates a format whose columns the log names. */
  W3cFormat() {}

  /** Creates a format for a log that has lost the line that names its columns. */
  W3cFormat(String fields) {
    directive(fields);
  }

  @Override
  public String name() {
    return "W3C extended";
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    if (line.startsWith("#")) {
      directive(line);
      return null;
    }
    if (line.isBlank()) {
      return null;
    }
    if (columns.isEmpty()) {
      throw new MalformedLineException("no #Fields line before it");
    }
    var fields = new LogFields(ZoneOffset.UTC);
    List<String> values = values(line);
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      fields.put(columns.get(i), value(columns.get(i), values.get(i)));
    }
    return LogFields.relative(fields.line());
  }

  private void directive(String line) {
    if (line.startsWith(FIELDS)) {
      String names = line.substring(FIELDS.length()).strip().toLowerCase(Locale.ROOT);
      columns = Arrays.stream(names.split("[ \\t]+", -1)).map(W3cFormat::column).toList();
    }
  }

  private static LogField column(String name) {
    return name.startsWith("cs(") && name.endsWith(")")
        ? LogTemplate.ofHeader(name.substring("cs(".length(), name.length() - 1))
        : COLUMNS.getOrDefault(name, LogField.OTHER);
  }

  private static List<String> values(String line) {
    if (line.indexOf('\t') > 0 && line.indexOf('"') < 0) {
      return List.of(line.split("\t", -1));
    }
    var values = new ArrayList<String>();
    Matcher value = VALUE.matcher(line);
    while (value.find()) {
      String quoted = value.group(1);
      values.add(quoted == null ? value.group() : quoted.replace("\"\"", "\""));
    }
    return values;
  }

  private static String value(LogField field, String text) {
    if (field != LogField.AGENT || text.indexOf(' ') >= 0) {
      return text;
    }
    return PERCENT.matcher(text).find() ? decoded(text) : text.replace('+', ' ');
  }

  private static String decoded(String text) {
    try {
      String once = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
      return once.contains("%20") ? once.replace("%20", " ") : once;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
