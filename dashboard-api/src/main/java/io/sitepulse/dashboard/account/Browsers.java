package io.sitepulse.dashboard.account;

import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;

/**
 * What only people may do, signed in with a browser: a key that could change the password or make
 * another key would outlive its own end.
 */
final class Browsers {
  private Browsers() {}

  /**
   * Who asks, if they do so with a browser.
   *
   * @throws io.sitepulse.contract.http.ProblemException 403 if a program asks
   */
  static Caller require(Call call) {
    if (call.caller().session() == null) {
      throw only();
    }
    return call.caller();
  }

  static RuntimeException only() {
    return ManageRoutes.forbidden("This is done signed in with a browser, not with a key.");
  }
}
