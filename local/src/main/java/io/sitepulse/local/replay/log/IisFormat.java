package io.sitepulse.local.replay.log;

import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The log format of IIS that is not W3C's: columns separated by commas, times of the server's time
 * zone, no referrer and no user agent.
 *
 * <pre>
 * 192.0.2.1, -, 03/20/26, 7:55:20, W3SVC2, WEB1, 192.0.2.9, 4502, 163, 3223, 200, 0, GET, /a, id=1,
 * </pre>
 */
final class IisFormat implements LogFormat {
  private static final Pattern LINE =
      Pattern.compile(
          "([^,\\s]+),[^,]*, ([0-9]{1,2})/([0-9]{1,2})/(?:20)?([0-9]{2}), ([0-9]{1,2})(:[0-9:]{5}),"
              // service, server, its address, time taken, bytes received, bytes sent
              + "(?:[^,]*,){6} ([0-9]{3}), [0-9]+, ([A-Z]+), (.*?), ([^,]*),?\\s*");

  @Override
  public String name() {
    return "IIS native";
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    if (line.isBlank()) {
      return null;
    }
    Matcher columns = LINE.matcher(line);
    if (!columns.matches()) {
      throw new MalformedLineException("no line of IIS");
    }
    var fields = new LogFields(ZoneId.systemDefault());
    fields.put(LogField.CLIENT, columns.group(1));
    fields.put(
        LogField.DATE,
        "20%s-%s-%s"
            .formatted(columns.group(4), padded(columns.group(2)), padded(columns.group(3))));
    fields.put(LogField.TIME, padded(columns.group(5)) + columns.group(6));
    fields.put(LogField.STATUS, columns.group(7));
    fields.put(LogField.METHOD, columns.group(8));
    fields.put(LogField.PATH, columns.group(9));
    fields.put(LogField.QUERY, columns.group(10));
    return fields.line();
  }

  private static String padded(String number) {
    return number.length() < 2 ? "0" + number : number;
  }
}
