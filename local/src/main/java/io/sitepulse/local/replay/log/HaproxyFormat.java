package io.sitepulse.local.replay.log;

import java.time.ZoneId;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HAProxy's HTTP log ({@code option httplog}, {@code option httpslog}). Its times are those of the
 * machine, so the time zone is this machine's.
 *
 * <p>It has referrer and user agent only if {@code capture request header} is set for them. The log
 * does not say which header a captured value is of: an address with a scheme is the referrer, and
 * the longest value with a slash or a blank is the user agent.
 */
final class HaproxyFormat implements LogFormat {
  private static final Pattern LINE =
      Pattern.compile(
          "^(\\S+):[0-9]+ \\[([^\\]]+)\\] \\S++ \\S++ [-+0-9/]++ (-1|[0-9]{3}) \\+?[0-9]++ \\S++"
              + " \\S++ \\S++ \\S++ \\S++ (?:\\{([^}]*)\\} )?(?:\\{[^}]*\\} )?\"([^\"]*)");
  private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

  @Override
  public String name() {
    return "HAProxy";
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    if (line.isBlank()) {
      return null;
    }
    Matcher found = LINE.matcher(line);
    if (!found.find()) {
      throw new MalformedLineException("not a line of HAProxy's HTTP log");
    }
    var fields = new LogFields(ZoneId.systemDefault());
    fields.put(LogField.CLIENT, found.group(1));
    fields.put(LogField.TIME, found.group(2));
    // A request that was never answered has the status -1.
    fields.put(LogField.STATUS, found.group(3).equals("-1") ? "400" : found.group(3));
    fields.put(LogField.REQUEST, decoded(found.group(5)));
    if (found.group(4) != null) {
      captured(found.group(4), fields);
    }
    return LogFields.relative(fields.line());
  }

  private static void captured(String values, LogFields fields) {
    String agent = "";
    for (String encoded : values.split("\\|", -1)) {
      String value = decoded(encoded);
      if (value.startsWith("http://") || value.startsWith("https://")) {
        fields.put(LogField.REFERRER, value);
      } else if (value.length() > agent.length() && value.matches("(?s).*[/ ].*")) {
        agent = value;
      }
    }
    fields.put(LogField.AGENT, agent);
  }

  private static String decoded(String text) {
    return text.indexOf('#') < 0
        ? text
        : CODE.matcher(text)
            .replaceAll(
                code ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) HexFormat.fromHexDigits(code.group(1)))));
  }
}
