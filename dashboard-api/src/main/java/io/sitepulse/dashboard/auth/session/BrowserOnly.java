package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;

/**
 * What only people may do, signed in with a browser: a key that could change the password or make
 * another key would outlive its own end.
 */
public final class BrowserOnly {
  private BrowserOnly() {}

  /**
   * Who asks, if they do so with a browser.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 if a program asks
   */
  public static Caller require(RequestContext requestContext) {
    if (requestContext.caller().session() == null) {
      throw only();
    }
    return requestContext.caller();
  }

  static RuntimeException only() {
    return ManageRoutes.forbidden("This is done signed in with a browser, not with a key.");
  }
}
