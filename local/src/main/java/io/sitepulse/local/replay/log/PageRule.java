package io.sitepulse.local.replay.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which requests of a log are page views: {@code GET}, answered 2xx (but not 206, a partial
 * response) or 304, with the path of a page.
 *
 * <p>The path of a page ends in a name without extension or with one of {@link #EXTENSIONS}. Feeds,
 * recognised by path ({@code /feed}, {@code /rss}) or query ({@code ?flav=rss20}), are read by
 * programs. Patterns given by the user replace this rule about paths.
 *
 * @param pages patterns to be found in the target, none for the rule above
 * @param others patterns of targets that are never pages
 */
public record PageRule(List<Pattern> pages, List<Pattern> others) {
  /** Extensions that servers give to pages. */
  static final Set<String> EXTENSIONS =
      Set.of(
          "html", "htm", "xhtml", "shtml", "php", "phtml", "asp", "aspx", "ashx", "jsp", "jspx",
          "do", "action", "cgi", "pl", "cfm", "md");

  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{0,7})/?$");
  private static final Pattern FEED_PATH =
      Pattern.compile("/(feed|feeds|rss|atom|rdf|rss2)/?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern FEED_QUERY =
      Pattern.compile("(^|&)([^=&]+=)?(rss|atom|rdf|feed)[0-9.]*(&|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEVER =
      Pattern.compile("^/(\\.well-known|cgi-bin/awstats|wp-json|xmlrpc\\.php|server-status)(/|$)");

  /** Without patterns of the user's. */
  public static final PageRule DEFAULT = new PageRule(List.of(), List.of());

  public PageRule {
    pages = List.copyOf(pages);
    others = List.copyOf(others);
  }

  public boolean isPage(LogLine line) {
    return line.method().equals("GET")
        && isShown(line.status())
        && line.target().startsWith("/")
        && !finds(others, line.target())
        && (pages.isEmpty() ? isPagePath(line) : finds(pages, line.target()));
  }

  private static boolean isShown(int status) {
    return (status >= 200 && status < 300 && status != 206) || status == 304;
  }

  private static boolean isPagePath(LogLine line) {
    String path = line.path();
    return !NEVER.matcher(path).find()
        && !FEED_PATH.matcher(path).find()
        && !FEED_QUERY.matcher(line.query()).find()
        && hasPageExtension(path);
  }

  private static boolean hasPageExtension(String path) {
    Matcher extension = EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1));
    return !extension.find() || EXTENSIONS.contains(extension.group(1).toLowerCase(Locale.ROOT));
  }

  private static boolean finds(List<Pattern> patterns, String target) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(target).find());
  }
}
