package io.sitepulse.ingest.event;

import io.sitepulse.contract.site.Site;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may send events, and CORS for them. A site without origins takes events from
 * anywhere, also from a sandboxed frame ({@code Origin: null}); one with origins only from those.
 * Senders without {@code Origin} (servers, apps, pixels) are not browsers that could be misled.
 */
final class Origins {
  private static final String PREFLIGHT_SECONDS = "86400";

  private Origins() {}

  /** Whether a site takes events of an origin; null is a request without one. */
  static boolean allows(Site site, @Nullable String origin) {
    return origin == null
        || site.origins().isEmpty()
        || site.origins().contains(origin.toLowerCase(Locale.ROOT));
  }

  /**
   * A preflight does not tell the site, so it allows any origin, without credentials; the event
   * itself decides.
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
   * Lets the page read the answer, a refusal of its origin too: an answer it may not read looks
   * like a broken network, and the tracker would send the event again for a day.
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
