package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** CORS headers. All origins may read. The origins of a site may also send cookies. */
public final class Cors {
  /** Request header with the receipt of a vote, for browsers without cookies. */
  public static final String RECEIPT_HEADER = "Sitepulse-Receipt";

  private static final String PREFLIGHT_SECONDS = "600";

  private Cors() {}

  /** Allows any origin to read the response, without credentials. */
  public static void anyOrigin(RoutingContext context) {
    context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  /** Allows the origin of the request to read the response and to send cookies. */
  public static void withCredentials(RoutingContext context) {
    String origin = context.request().getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      context
          .response()
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
          .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
    }
  }

  /** Answers a preflight request. */
  public static void preflight(RoutingContext context, String methods) {
    context
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, " + RECEIPT_HEADER)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS)
        .end();
  }
}
