package io.sitepulse.local.replay.log;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column of a log that holds the client's address. A server behind proxies writes a list with
 * the client first, or ports, or the header {@code Forwarded} (RFC 7239).
 *
 * <pre>
 * 203.0.113.31, 198.51.100.7            203.0.113.31
 * 203.0.113.35:49152                    203.0.113.35
 * unknown, [2001:db8::1]:443            2001:db8::1
 * for="[2001:db8::1]:4711";proto=https  2001:db8::1
 * </pre>
 */
public final class ClientColumn {
  private static final Pattern FORWARDED =
      Pattern.compile("\\bfor=\"?([^\";,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("^\\[([^\\]]*)\\](?::[0-9]*)?$");
  private static final Pattern PORT = Pattern.compile("^([^:]+):[0-9]{0,5}$");

  private ClientColumn() {}

  /** Returns the client's address or name, or the column as it is if it holds none. */
  public static String address(String column) {
    Matcher forwarded = FORWARDED.matcher(column);
    String list = forwarded.find() ? forwarded.group(1) : column;
    for (String entry : list.split(",", -1)) {
      String address = bare(entry.replace("\"", "").strip());
      if (isGiven(address)) {
        return address;
      }
    }
    return column.strip();
  }

  private static boolean isGiven(String address) {
    return !address.isEmpty()
        && !address.equals("-")
        && !address.toLowerCase(Locale.ROOT).equals("unknown");
  }

  private static String bare(String entry) {
    Matcher brackets = BRACKETS.matcher(entry);
    String address = brackets.matches() ? brackets.group(1) : entry;
    Matcher port = PORT.matcher(address);
    String host = port.matches() ? port.group(1) : address;
    int zone = host.indexOf('%');
    return zone > 0 && host.indexOf(':') >= 0 ? host.substring(0, zone) : host;
  }
}
