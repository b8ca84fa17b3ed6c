package io.sitepulse.dashboard.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What browsers keep for us, where no script reads it. */
public final class Cookies {
  private Cookies() {}

  /** What the browser sent, or null. */
  public static @Nullable String valueOf(RoutingContext context, String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /**
   * Gives the browser something to keep. Written by hand: Vert.x does not know {@code Partitioned}.
   *
   * @param path of the requests it goes along with
   * @param place with what pages it goes along: {@code SameSite} and what belongs to it
   */
  public static void give(
      RoutingContext context, String name, String value, String path, Duration age, String place) {
    String kept = name + "=" + value + "; Path=" + path + "; Max-Age=" + age.toSeconds();
    context.response().headers().add(HttpHeaders.SET_COOKIE, kept + "; HttpOnly; " + place);
  }
}
