package io.sitepulse.ingest.event;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * CORS of the collector's routes. Any page may send a request and read the response. {@link
 * io.sitepulse.contract.site.Site#allows} decides about each event.
 */
final class Origins {
  private static final String PREFLIGHT_SECONDS = "86400";

  private Origins() {}

  /**
   * Responds to a preflight request. It does not contain the site, so any origin is allowed,
   * without credentials.
   */
  static void preflight(RoutingContext context) {
    context
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, OPTIONS")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type")
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS)
        .end();
  }

  /**
   * Lets the page read the response, even if its origin is refused. To a page, an unreadable
   * response looks like a network error, and the tracker would retry for a day.
   */
  static Handler<RoutingContext> readable() {
    return context -> {
      String origin = context.request().getHeader(HttpHeaders.ORIGIN);
      context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      if (origin != null) {
        context
            .response()
            .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
      }
      context.next();
    };
  }
}
