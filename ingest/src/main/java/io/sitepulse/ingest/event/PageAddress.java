package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.PagePath;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
  private static final Pattern ABSOLUTE =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern USER_AND_PORT = Pattern.compile("^.*@|:[0-9]*$");
  private static final Pattern DOTS_AT_THE_END = Pattern.compile("\\.+$");

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
    Matcher absolute = ABSOLUTE.matcher(SCHEME_TWICE.matcher(clean).replaceFirst(""));
    if (!absolute.matches()) {
      return null;
    }
    String host = host(absolute.group(2));
    String path = withoutFragment(absolute.group(3));
    if (host.isEmpty() || host.equals("http") || host.equals("https")) {
      return null; // A link that was typed wrongly.
    }
    return path.startsWith("/") ? host + PagePath.of(path, List.of()) : host;
  }

  /** The host without user and port, in lower case, in letters and without a dot at its end. */
  private static String host(String authority) {
    String host = USER_AND_PORT.matcher(authority).replaceAll("").toLowerCase(Locale.ROOT);
    String bare = DOTS_AT_THE_END.matcher(host).replaceFirst("");
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
    Matcher absolute = ABSOLUTE.matcher(text);
    if (!absolute.matches() || !isWeb(absolute)) {
      return null;
    }
    String rest = absolute.group(3);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static boolean isWeb(Matcher absolute) {
    String scheme = absolute.group(1);
    return !absolute.group(2).isEmpty()
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
  }

  private static String withoutFragment(String text) {
    int at = text.indexOf('#');
    return at < 0 ? text : text.substring(0, at);
  }
}
