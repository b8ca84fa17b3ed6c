package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** Adds routes by the HTTP methods that a path supports. */
public final class Methods {
  private Methods() {}

  /** Adds a route for GET and HEAD. */
  public static Route read(Router router, String pattern) {
    return router.route(pattern).method(HttpMethod.GET).method(HttpMethod.HEAD).setName(pattern);
  }

  /** Answers all other methods of a path with 405. Call it after the routes have been added. */
  public static void only(Router router, String pattern, String allowed) {
    router
        .route(pattern)
        .setName(pattern)
        .handler(
            context -> {
              context.response().putHeader(HttpHeaders.ALLOW, allowed);
              context.fail(405);
            });
  }
}
