package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Cross-origin answers: anybody may read; the pages of a site may also send its cookies. */
public final class Cors {
  /** Header by which a browser that keeps no cookie shows that it has voted. */
  public static final String RECEIPT_HEADER = "Sitepulse-Receipt";

  private static final String PREFLIGHT_SECONDS = "600";

  private Cors() {}

  /** Any page may read the answer, without credentials. */
  public static void anybody(RoutingContext context) {
    context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  /** The page that asked may read the answer and send its cookies. */
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

  /** Answers a preflight for one method. */
  public static void preflight(RoutingContext context, String method) {
    context
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, method)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, " + RECEIPT_HEADER)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS)
        .end();
  }
}
