package io.sitepulse.dashboard.account;

import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.web.Cookies;
import io.sitepulse.dashboard.web.Origins;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

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

  /** Gives the browser something to keep. */
  void give(RoutingContext context, String name, String value, Duration age) {
    String secure = origins.isSecure(context.request()) ? "; Secure" : "";
    Cookies.give(context, name, value, ManageRoutes.ROOT, age, "SameSite=Lax" + secure);
  }

  /** Takes it away from the browser. */
  void take(RoutingContext context, String name) {
    give(context, name, "", Duration.ZERO);
  }
}
