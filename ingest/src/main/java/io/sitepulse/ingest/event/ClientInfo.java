package io.sitepulse.ingest.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sitepulse.contract.event.CollectorFaults;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client and the time of a request. Contains personal data: it is dropped with the request and
 * is never logged.
 *
 * @param address the client's address in canonical form
 * @param userAgent user agent as sent, empty if there is none
 * @param origin the {@code Origin} header, or null
 * @param language the first language of {@code Accept-Language}, or null
 * @param script version of the script that sends, empty if a page sends none, null if it is no page
 * @param anonymous true if the visitor opted out of tracking ({@code Sec-GPC: 1})
 * @param received instant of receipt, in whole milliseconds
 */
record ClientInfo(
    String address,
    String userAgent,
    @Nullable String origin,
    @Nullable String language,
    @Nullable String script,
    boolean anonymous,
    Instant received) {
  /** The query of the tracker's requests. */
  private static final Pattern SCRIPT = Pattern.compile("v=([0-9A-Za-z.+-]{1,20})");

  private static final int LONGEST_LANGUAGE = 35;

  /** Longest text whose language is remembered. */
  private static final int LONGEST_KNOWN = 200;

  /** The languages of the latest texts. Browsers send few different ones. */
  private static final Cache<String, Optional<String>> LANGUAGES =
      Caffeine.newBuilder().maximumSize(1_000).build();

  /** What follows the first language: further ones, weights, an encoding, a POSIX modifier. */
  private static final Pattern FURTHER = Pattern.compile("[,;.@].*$", Pattern.DOTALL);

  /**
   * Reads the headers of a request.
   *
   * @param address the client's address in canonical form
   * @param received instant of receipt, in whole milliseconds
   */
  static ClientInfo of(HttpServerRequest request, String address, Instant received) {
    String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
    return new ClientInfo(
        address,
        userAgent == null ? "" : userAgent,
        request.getHeader(HttpHeaders.ORIGIN),
        language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
        script(request.query(), request.getHeader(HttpHeaders.ORIGIN)),
        "1".equals(request.getHeader("Sec-GPC")),
        received);
  }

  /**
   * Reads the version from a query that has nothing else. Browsers send an origin, programs none.
   */
  static @Nullable String script(@Nullable String query, @Nullable String origin) {
    if (origin == null) {
      return null;
    }
    var version = SCRIPT.matcher(query == null ? "" : query);
    return version.matches() ? version.group(1) : CollectorFaults.NO_VERSION;
  }

  /**
   * Reads the first language of a list or header, or the language of a POSIX locale, in canonical
   * form (BCP 47).
   *
   * @return null if there is none, as in {@code *}, {@code C} and {@code POSIX}
   */
  static @Nullable String language(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.length() > LONGEST_KNOWN
        ? read(text).orElse(null)
        : LANGUAGES.get(text, ClientInfo::read).orElse(null);
  }

  private static Optional<String> read(String text) {
    String first = FURTHER.matcher(text).replaceFirst("").strip().replace('_', '-');
    if (first.isEmpty() || first.length() > LONGEST_LANGUAGE) {
      return Optional.empty();
    }
    try {
      var locale = new Locale.Builder().setLanguageTag(first).build();
      boolean known = !locale.getLanguage().isEmpty() && locale.getLanguage().length() <= 3;
      return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ClientInfo[received=" + received + "]";
  }
}
