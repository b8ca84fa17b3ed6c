package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Origins of pages: scheme, host and port, as in {@code https://example.gov.vn}. */
final class Origin {
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9._-]+(:[0-9]{1,5})?");
  private static final Pattern PARTS = Pattern.compile("(https?://)([^/:]+)(:[0-9]+)?/*");
  private static final Pattern SCHEME_AND_WWW = Pattern.compile("^https?://(www\\.)?");

  private static final Pattern TRANSLATED =
      Pattern.compile("(https?://)([a-z0-9-]+)\\.translate\\.goog");
  private static final Pattern COPY =
      Pattern.compile(
          "https?://(?:[^/]+\\.)?(?:"
              + String.join(
                  "|",
                  "webcache\\.googleusercontent\\.com",
                  "cc\\.bingj\\.com",
                  "translatoruser(?:-int)?\\.com",
                  "translatetheweb\\.com",
                  "turbopages\\.org",
                  "yandexwebcache\\.(?:net|org)",
                  "hghltd\\.yandex\\.net",
                  "baiducontent\\.com",
                  "archive\\.(?:org|is|ph|today|li|md|vn|fo)")
              + ")(?::[0-9]+)?");

  private Origin() {}

  /**
   * Normalises an origin as a person enters it: lower case, no slash at the end, and the host in
   * the form in which browsers send it (IDNA).
   *
   * @throws FieldViolationException if it is not an origin
   */
  static String normalized(String entered) {
    Matcher parts = PARTS.matcher(entered.strip().toLowerCase(Locale.ROOT));
    String origin =
        parts.matches()
            ? parts.group(1)
                + ascii(parts.group(2))
                + (parts.group(3) == null ? "" : parts.group(3))
            : "";
    if (!ORIGIN.matcher(origin).matches()) {
      throw new FieldViolationException(
          "origins",
          Rule.FORMAT,
          "must be like https://www.example.gov.vn: https:// or http:// and the host, no path",
          Map.of("pattern", ORIGIN.pattern()));
    }
    return origin;
  }

  /**
   * Tells if a site that allows one origin takes events of another: the same host and port, with or
   * without {@code www.}, by http or https.
   *
   * @param allowed normalised origin
   * @param sent value of an {@code Origin} header in any case
   */
  static boolean covers(String allowed, String sent) {
    String origin = translated(sent.toLowerCase(Locale.ROOT));
    Matcher scheme = SCHEME_AND_WWW.matcher(origin);
    return scheme.find()
        && SCHEME_AND_WWW.matcher(allowed).replaceFirst("").equals(origin.substring(scheme.end()));
  }

  /**
   * Returns the origins that {@link #covers} takes for an allowed one as sources of a content
   * security policy, where {@code http:} stands for {@code https:} too.
   */
  static Stream<String> sources(String allowed) {
    String host = SCHEME_AND_WWW.matcher(allowed).replaceFirst("");
    var own = Stream.of(host, "www." + host).map(one -> "http://" + one);
    return host.contains(":")
        ? own
        : Stream.concat(own, Stream.of(host, "www." + host).map(Origin::inTranslation));
  }

  private static String inTranslation(String host) {
    return "https://" + host.replace("-", "--").replace('.', '-') + ".translate.goog";
  }

  /**
   * Tells if an origin shows copies of other sites' pages: caches, archives, and translators whose
   * origin does not say which site it is. Their pages are not views of the site.
   *
   * @param sent value of an {@code Origin} header in any case
   */
  static boolean isCopy(String sent) {
    return COPY.matcher(sent.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Returns the site's own origin for a page that Google translates, and any other as it is. A dot
   * becomes a hyphen there, and a hyphen two: {@code https://so--tnmt-example-vn.translate.goog}.
   */
  private static String translated(String origin) {
    Matcher google = TRANSLATED.matcher(origin);
    return google.matches()
        ? google.group(1) + google.group(2).replace("--", "/").replace('-', '.').replace('/', '-')
        : origin;
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return ""; // A label is empty or too long.
    }
  }
}
