package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** Which methods an address answers. */
public final class Methods {
  private Methods() {}

  /** A route that is read: GET and HEAD. */
  public static Route read(Router router, String pattern) {
    return router.route(pattern).method(HttpMethod.GET).method(HttpMethod.HEAD).setName(pattern);
  }

  /** Says of an address what it answers; to be added after its routes. */
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
