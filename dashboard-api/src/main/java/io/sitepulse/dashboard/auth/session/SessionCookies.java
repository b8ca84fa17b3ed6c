package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * What a browser keeps of signing in. Scripts cannot read it, and it goes to the management and
 * nowhere else.
 */
public final class SessionCookies {
  public static final String SESSION = "sitepulse_session";
  static final String DEVICE = "sitepulse_device";
  public static final String OIDC = "sitepulse_oidc";

  private final OriginPolicy originPolicy;

  public SessionCookies(OriginPolicy originPolicy) {
    this.originPolicy = originPolicy;
  }

  /** Gives the browser something to keep. */
  public void give(RoutingContext context, String name, String value, Duration age) {
    String secure = originPolicy.isSecure(context.request()) ? "; Secure" : "";
    Cookies.give(context, name, value, ManageRoutes.ROOT, age, "SameSite=Lax" + secure);
  }

  /** Takes it away from the browser. */
  public void take(RoutingContext context, String name) {
    give(context, name, "", Duration.ZERO);
  }
}
