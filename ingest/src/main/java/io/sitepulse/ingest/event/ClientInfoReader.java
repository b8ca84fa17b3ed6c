package io.sitepulse.ingest.event;

import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the client information of a request. */
public final class ClientInfoReader {
  private static final Pattern FIRST_LANGUAGE =
      Pattern.compile("\\s*([A-Za-z0-9-]{1,35})\\s*(?:[,;].*)?");

  private final ClientAddress addresses;
  private final Clock clock;

  public ClientInfoReader(ClientAddress addresses, Clock clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  ClientInfo of(HttpServerRequest request) {
    String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
    return new ClientInfo(
        addresses.of(request),
        userAgent == null ? "" : userAgent,
        request.getHeader(HttpHeaders.ORIGIN),
        firstLanguage(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
        "1".equals(request.getHeader("Sec-GPC")),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  static @Nullable String firstLanguage(@Nullable String accepted) {
    if (accepted == null) {
      return null;
    }
    Matcher first = FIRST_LANGUAGE.matcher(accepted);
    return first.matches() ? first.group(1) : null;
  }
}
