package io.sitepulse.local.replay.log;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format given by a template: columns with texts between them. It reads the formats of Apache,
 * nginx and Varnish.
 *
 * <p>What follows the last column of the template is passed over. A line may end early once it has
 * told client, time, request and status: this is how common and combined lines are read alike.
 */
final class TemplateFormat implements LogFormat {
  private static final String QUOTE = "\"";

  private final String name;
  private final List<String> texts;
  private final List<LogField> fields;
  private final boolean absolute;

  /**
   * Creates a format.
   *
   * @param name name for people
   * @param template columns and texts
   * @param absolute true if targets carry scheme and host
   */
  TemplateFormat(String name, LogTemplate template, boolean absolute) {
    this.name = name;
    this.texts = template.texts();
    this.fields = template.fields();
    this.absolute = absolute;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    if (line.isBlank()) {
      return null;
    }
    var values = new LogFields(ZoneId.systemDefault());
    int position = texts.get(0).length();
    if (!line.startsWith(texts.get(0))) {
      throw new MalformedLineException("no " + fields.get(0).label());
    }
    for (int i = 0; i < fields.size() && position <= line.length(); i++) {
      int end = end(line, position, i);
      if (end < 0 && (fields.get(i) != LogField.OTHER || !values.isComplete())) {
        throw new MalformedLineException(fault(line, position, i));
      }
      int until = end < 0 ? line.length() : end;
      values.put(fields.get(i), EscapedText.read(line.substring(position, until)));
      position = end < 0 ? line.length() + 1 : end + texts.get(i + 1).length();
    }
    LogLine request = values.line();
    return absolute ? LogFields.relative(request) : request;
  }

  /** End of a column, or -1 if the text that ends it does not follow. */
  private int end(String line, int from, int column) {
    String mark = texts.get(column + 1);
    if (mark.isEmpty()) {
      return endOfLast(line, from, fields.get(column));
    }
    if (isQuoted(column)) {
      return closing(line, from, mark);
    }
    int end = line.indexOf(mark, from);
    while (fields.get(column) == LogField.CLIENT && isInsideList(line, from, end)) {
      end = line.indexOf(mark, end + 1);
    }
    return end;
  }

  /** Only the last column has no text behind it. */
  private static int endOfLast(String line, int from, LogField field) {
    int blank = line.indexOf(' ', from);
    boolean rest = field == LogField.AGENT || field == LogField.REFERRER || blank < 0;
    return rest ? line.length() : blank;
  }

  /** Addresses of a forwarded request have a comma and a blank between them. */
  private static boolean isInsideList(String line, int from, int end) {
    return end > from && line.charAt(end - 1) == ',';
  }

  /** The first quote that is not escaped and is followed by the rest of the mark. */
  private static int closing(String line, int from, String mark) {
    int end = from;
    while (end < line.length() && line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= line.length()) {
      return -1;
    }
    boolean last = end + 1 == line.length();
    return last || line.startsWith(mark, end) ? end : line.indexOf(mark, end);
  }

  private boolean isQuoted(int column) {
    return texts.get(column).endsWith(QUOTE) && texts.get(column + 1).startsWith(QUOTE);
  }

  /** Names the column at which the line stops to follow, or the next one that matters. */
  private String fault(String line, int position, int column) {
    if (isQuoted(column) && position < line.length()) {
      return "the " + fields.get(column).label() + " has no end";
    }
    return fields.stream()
        .skip(column)
        .filter(field -> field != LogField.OTHER)
        .findFirst()
        .map(field -> "no " + field.label())
        .orElse("too few columns");
  }
}
