package io.sitepulse.ingest.event;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.regex.Matcher;
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
 * @param anonymous true if the visitor opted out of tracking ({@code Sec-GPC: 1})
 * @param received instant of receipt, in whole milliseconds
 */
record ClientInfo(
    String address,
    String userAgent,
    @Nullable String origin,
    @Nullable String language,
    boolean anonymous,
    Instant received) {
  private static final Pattern FIRST_LANGUAGE =
      Pattern.compile("\\s*([A-Za-z0-9-]{1,35})\\s*(?:[,;].*)?");

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
        firstLanguage(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
        "1".equals(request.getHeader("Sec-GPC")),
        received);
  }

  static @Nullable String firstLanguage(@Nullable String accepted) {
    if (accepted == null) {
      return null;
    }
    Matcher first = FIRST_LANGUAGE.matcher(accepted);
    return first.matches() ? first.group(1) : null;
  }

  @Override
  public String toString() {
    return "ClientInfo[received=" + received + "]";
  }
}
