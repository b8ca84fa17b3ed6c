package io.sitepulse.ingest.event;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reduces page addresses to the parts that may be stored.
 *
 * <pre>
 * https://user@Example.gov.vn:8443/tin-tuc?id=7&amp;utm_source=x#top
 *  page     (the site keeps id)              /tin-tuc?id=7
 *  referrer                    example.gov.vn/tin-tuc
 * </pre>
 *
 * Percent-encoding is not changed. Two spellings of a page are rare, and a decoded address could
 * not be opened.
 */
final class PageAddress {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?//([^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern USER_AND_PORT = Pattern.compile("^.*@|:[0-9]*$");

  private PageAddress() {}

  /**
   * Reads the path of a page with the site's page parameters in their original order.
   *
   * @param text path that begins with a slash, or an absolute http(s) address
   * @param kept names of the page parameters
   * @return null if the text is neither
   */
  static @Nullable String page(@Nullable String text, List<String> kept) {
    String clean = CleanText.of(text);
    if (clean == null) {
      return null;
    }
    String local = local(clean);
    if (local == null) {
      return null;
    }
    String address = upTo(local, '#');
    String path = upTo(address, '?');
    return (path.isEmpty() ? "/" : path) + query(address, kept);
  }

  /** Reads host and path of a referring page, or null if the text is not an absolute address. */
  static @Nullable String referrer(@Nullable String text) {
    String clean = CleanText.of(text);
    if (clean == null) {
      return null;
    }
    Matcher absolute = ABSOLUTE.matcher(clean);
    if (!absolute.matches()) {
      return null;
    }
    String host = USER_AND_PORT.matcher(absolute.group(2)).replaceAll("").toLowerCase(Locale.ROOT);
    String path = upTo(upTo(absolute.group(3), '#'), '?');
    return host.isEmpty() ? null : host + path;
  }

  private static @Nullable String local(String text) {
    Matcher absolute = ABSOLUTE.matcher(text);
    if (absolute.matches()) {
      return isWeb(absolute) ? absolute.group(3) : null;
    }
    return text.startsWith("/") ? text : null;
  }

  private static boolean isWeb(Matcher absolute) {
    String scheme = absolute.group(1);
    return !absolute.group(2).isEmpty()
        && (scheme == null || scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
  }

  private static String query(String address, List<String> kept) {
    int mark = address.indexOf('?');
    if (mark < 0 || kept.isEmpty()) {
      return "";
    }
    String query =
        Arrays.stream(address.substring(mark + 1).split("&"))
            .filter(parameter -> kept.contains(nameOf(parameter)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String nameOf(String parameter) {
    String name = upTo(parameter, '=');
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // An invalid percent sign is part of the name.
    }
  }

  private static String upTo(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
