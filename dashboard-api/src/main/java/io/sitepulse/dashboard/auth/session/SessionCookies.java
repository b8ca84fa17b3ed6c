package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets, reads and removes the sign-in cookies: HttpOnly, and sent to the management API only. */
public final class SessionCookies {
  public static final String SESSION = "sitepulse_session";
  private static final String DEVICE = "sitepulse_device";
  private static final Duration DEVICE_AGE = Duration.ofDays(400);

  private final OriginPolicy originPolicy;
  private final SessionTokenCodec sessions;
  private final DeviceCookies devices;

  public SessionCookies(
      OriginPolicy originPolicy, SessionTokenCodec sessions, DeviceCookies devices) {
    this.originPolicy = originPolicy;
    this.sessions = sessions;
    this.devices = devices;
  }

  void setSession(RoutingContext context, Session session) {
    Duration left = Duration.between(session.seen(), sessions.endOf(session));
    set(context, SESSION, sessions.encode(session), left);
  }

  /** Returns the session that the browser sent. It may have ended. */
  Optional<Session> session(RoutingContext context) {
    return sessions.decode(Cookies.valueOf(context, SESSION));
  }

  void removeSession(RoutingContext context) {
    remove(context, SESSION);
  }

  /** Makes the browser recognizable as one that has signed in to a login. */
  void setDevice(RoutingContext context, String login) {
    set(context, DEVICE, devices.issue(login), DEVICE_AGE);
  }

  /** Returns the device cookie that the browser sent, or null. It is not verified. */
  @Nullable String deviceCookie(RoutingContext context) {
    return Cookies.valueOf(context, DEVICE);
  }

  public void set(RoutingContext context, String name, String value, Duration maxAge) {
    String secure = originPolicy.isSecure(context.request()) ? "; Secure" : "";
    Cookies.set(context, name, value, ManageRoutes.ROOT, maxAge, "SameSite=Lax" + secure);
  }

  public void remove(RoutingContext context, String name) {
    set(context, name, "", Duration.ZERO);
  }
}
