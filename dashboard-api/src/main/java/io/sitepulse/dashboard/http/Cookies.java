package io.sitepulse.dashboard.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads cookies and sets HttpOnly cookies. */
public final class Cookies {
  private Cookies() {}

  /** The value of a cookie of the request, or null. */
  public static @Nullable String valueOf(RoutingContext context, String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /**
   * Sets an HttpOnly cookie. The header is built here, because the cookie API of Vert.x has no
   * {@code Partitioned} attribute.
   *
   * @param path path of the requests that carry the cookie
   * @param sameSite the attribute {@code SameSite} with the attributes that depend on it
   */
  public static void set(
      RoutingContext context,
      String name,
      String value,
      String path,
      Duration age,
      String sameSite) {
    String cookie = name + "=" + value + "; Path=" + path + "; Max-Age=" + age.toSeconds();
    context.response().headers().add(HttpHeaders.SET_COOKIE, cookie + "; HttpOnly; " + sameSite);
  }
}
