package io.sitepulse.dashboard.manage;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Identifies the caller of a request. */
public interface Authenticator {

  /**
   * Returns the caller of a request, or empty if it is not authenticated.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 if an unsafe request of a browser
   *     session has no valid CSRF token
   */
  Optional<Caller> authenticate(RoutingContext context);
}
