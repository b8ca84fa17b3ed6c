package io.sitepulse.local.replay.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which requests of a log are page views: {@code GET}, answered 2xx (but not 204, no
 * content, or 206, a partial response) or 304, with the path of a page.
 *
 * <p>The path of a page does not end in the extension of a file ({@link #FILES}). Other names with
 * dots are pages: {@code /ubnd-tp.hcm}, {@code /van-ban/45.2025.QD.UBND}. Path parameters ({@code
 * ;jsessionid=…}) are no part of the name. Feeds, recognised by path or query, and the requests
 * that scripts of a page make are read by programs. Patterns given by the user replace this rule
 * about paths.
 *
 * @param pages patterns to be found in the target, none for the rule above
 * @param others patterns of targets that are never pages
 */
public record PageRule(List<Pattern> pages, List<Pattern> others) {
  /** Extensions of files that are no pages. */
  static final Set<String> FILES =
      Set.copyOf(
          List.of(
              ("css less scss map js mjs cjs ts jsx wasm json jsonp geojson topojson webmanifest"
                      + " manifest appcache xml xsl xsd dtd rss atom rdf txt log csv tsv yaml yml ini"
                      + " conf sql bak env lock png jpg jpeg jpe jfif gif svg svgz webp avif heic bmp"
                      + " tif tiff ico cur apng psd woff woff2 ttf otf eot mp3 mp4 m4a m4v m4s mov avi"
                      + " mkv webm ogg oga ogv opus wav flac aac wma wmv flv swf 3gp mpg mpeg mpd m3u"
                      + " m3u8 ts vtt srt pdf doc docx docm dot dotx xls xlsx xlsm xlsb ppt pptx pptm"
                      + " pps ppsx odt ods odp rtf epub mobi djvu zip rar 7z gz tgz bz2 xz zst tar iso"
                      + " dmg exe msi apk ipa aab jar war deb rpm bin dll cab dat crt cer pem key p7b"
                      + " p12 pfx asc sig torrent ics vcf kml kmz gpx shp dwg dxf mmdb axd asmx svc")
                  .split(" ", -1)));

  private static final Pattern PATH_PARAMETERS = Pattern.compile(";[^/]*");
  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,11})/?$");
  private static final Pattern FEED_PATH =
      Pattern.compile(
          "/(feeds?|rss2?|rss-?feeds?)(\\.(php|aspx?|ashx|jsp|do))?(/|$)|/(atom|rdf)/?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FEED_QUERY =
      Pattern.compile("(^|&)([^=&]+=)?(rss|atom|rdf|feed)[0-9.]*(&|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MACHINE_QUERY =
      Pattern.compile(
          "(^|&)(relatedposts|wc-ajax|doing_wp_cron|rest_route|wp_service_worker|wordfence_\\w+)(=|&|$)"
              + "|(^|&)format=(json|xml|raw)(&|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEVER =
      Pattern.compile(
          "^/(\\.well-known|cgi-bin/awstats|server-status|server-info|nginx_status|stub_status"
              + "|healthz?|livez|readyz)(/|$)"
              + "|/(wp-json|wp-cron\\.php|xmlrpc\\.php|admin-ajax\\.php|admin-post\\.php"
              + "|async-upload\\.php|wp-comments-post\\.php|jsonws|graphql|signalr"
              + "|_vti_bin|_api|oembed)(/|$)",
          Pattern.CASE_INSENSITIVE);

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
    boolean success = status >= 200 && status < 300;
    return (success && status != 204 && status != 205 && status != 206) || status == 304;
  }

  private static boolean isPagePath(LogLine line) {
    String path = PATH_PARAMETERS.matcher(line.path()).replaceAll("");
    return !NEVER.matcher(path).find()
        && !FEED_PATH.matcher(path).find()
        && !FEED_QUERY.matcher(line.query()).find()
        && !MACHINE_QUERY.matcher(line.query()).find()
        && !isFile(path);
  }

  private static boolean isFile(String path) {
    Matcher extension = EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1));
    return extension.find() && FILES.contains(extension.group(1).toLowerCase(Locale.ROOT));
  }

  private static boolean finds(List<Pattern> patterns, String target) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(target).find());
  }
}
