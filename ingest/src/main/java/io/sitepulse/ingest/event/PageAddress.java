package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.PagePath;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reduces page addresses to the parts that may be stored.
 *
 * <pre>
 * https://user@Example.gov.vn:8443/tin-t%E1%BB%A9c?id=7&amp;utm_source=x#top
 *  page     (the site keeps id)              /tin-tức?id=7
 *  referrer                    example.gov.vn/tin-tức
 * </pre>
 */
final class PageAddress {
  /** A scheme that was typed twice, as in {@code https://https://example.vn/}. */
  private static final Pattern SCHEME_TWICE =
      Pattern.compile("^(?:https?:/*)+(?=https?:/)", Pattern.CASE_INSENSITIVE);

  private PageAddress() {}

  /**
   * Reads the normal form of a page's path with the site's page parameters.
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
    return local == null ? null : PagePath.of(withoutFragment(local), kept);
  }

  /** Reads host and path of a referring page, or null if the text is not an absolute address. */
  static @Nullable String referrer(@Nullable String text) {
    String clean = CleanText.of(text);
    if (clean == null) {
      return null;
    }
    Absolute absolute = Absolute.of(withOneScheme(clean));
    if (absolute == null) {
      return null;
    }
    String host = host(absolute.authority);
    String path = withoutFragment(absolute.rest);
    if (host.isEmpty() || host.equals("http") || host.equals("https")) {
      return null; // A link that was typed wrongly.
    }
    return path.startsWith("/") ? host + PagePath.of(path, List.of()) : host;
  }

  /** The host without user and port, in lower case, in letters and without a dot at its end. */
  private static String host(String authority) {
    int start = authority.lastIndexOf('@') + 1;
    int end = authority.length();
    while (end > start && isDigit(authority.charAt(end - 1))) {
      end--;
    }
    boolean hasPort = end > start && authority.charAt(end - 1) == ':';
    end = hasPort ? end - 1 : authority.length();
    while (end > start && authority.charAt(end - 1) == '.') {
      end--;
    }
    String bare = authority.substring(start, end).toLowerCase(Locale.ROOT);
    return bare.contains("xn--") ? IDN.toUnicode(bare, IDN.ALLOW_UNASSIGNED) : bare;
  }

  /**
   * Tells if a referring page is on the host of an origin, with or without {@code www.}
   *
   * @param referrer host and path
   * @param origin value of an {@code Origin} header, or null
   */
  static boolean isOfHost(String referrer, @Nullable String origin) {
    String host = referrer(origin);
    return host != null && bare(host).equals(bare(referrer));
  }

  private static String bare(String referrer) {
    int slash = referrer.indexOf('/');
    String host = slash < 0 ? referrer : referrer.substring(0, slash);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static @Nullable String local(String text) {
    if (text.startsWith("/")) {
      return text;
    }
    Absolute absolute = Absolute.of(text);
    if (absolute == null || !absolute.isWeb()) {
      return null;
    }
    return absolute.rest.startsWith("/") ? absolute.rest : "/" + absolute.rest;
  }

  /** Most addresses have one scheme, so the pattern is tried only where a second one may begin. */
  private static String withOneScheme(String text) {
    int at = text.indexOf(':') + 1;
    while (at > 0 && at < text.length() && text.charAt(at) == '/') {
      at++;
    }
    boolean mayRepeat = at > 0 && text.regionMatches(true, at, "http", 0, 4);
    return mayRepeat ? SCHEME_TWICE.matcher(text).replaceFirst("") : text;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String withoutFragment(String text) {
    int at = text.indexOf('#');
    return at < 0 ? text : text.substring(0, at);
  }

  /**
   * An absolute address (RFC 3986, 4.3).
   *
   * @param authority user, host and port
   * @param rest path, query and fragment
   */
  private record Absolute(String scheme, String authority, String rest) {
    /** Splits an address. Returns null if the text does not begin with a scheme and two slashes. */
    static @Nullable Absolute of(String text) {
      int colon = text.indexOf("://");
      if (colon < 0 || !isScheme(text, colon)) {
        return null;
      }
      int start = colon + "://".length();
      int end = start;
      while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      return new Absolute(
          text.substring(0, colon), text.substring(start, end), text.substring(end));
    }

    boolean isWeb() {
      return !authority.isEmpty()
          && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
    }

    private static boolean isScheme(String text, int end) {
      for (int i = 0; i < end; i++) {
        char c = text.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (i == 0 || !(isDigit(c) || "+.-".indexOf(c) >= 0))) {
          return false;
        }
      }
      return end > 0;
    }
  }
}
