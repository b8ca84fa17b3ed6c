package io.sitepulse.dashboard.account;

import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.web.Origins;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps of signing in. Scripts cannot read it, and it goes to the management and
 * nowhere else.
 */
final class SessionCookies {
  static final String SESSION = "sitepulse_session";
  static final String DEVICE = "sitepulse_device";
  static final String OIDC = "sitepulse_oidc";

  private final Origins origins;

  SessionCookies(Origins origins) {
    this.origins = origins;
  }

  /** What the browser sent, or null. */
  static @Nullable String valueOf(RoutingContext context, String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /** Gives the browser something to keep. */
  void give(RoutingContext context, String name, String value, Duration age) {
    String secure = origins.isSecure(context.request()) ? "; Secure" : "";
    context
        .response()
        .headers()
        .add(
            HttpHeaders.SET_COOKIE,
            name
                + "="
                + value
                + "; Path="
                + ManageRoutes.ROOT
                + "; Max-Age="
                + age.toSeconds()
                + "; HttpOnly; SameSite=Lax"
                + secure);
  }

  /** Takes it away from the browser. */
  void take(RoutingContext context, String name) {
    give(context, name, "", Duration.ZERO);
  }
}
