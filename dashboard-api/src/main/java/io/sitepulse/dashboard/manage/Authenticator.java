package io.sitepulse.dashboard.manage;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Tells who asks. */
public interface Authenticator {

  /**
   * The caller of a request; empty if nobody is signed in.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 if a browser's session comes without the
   *     proof that a page of ours sent the request (CSRF)
   */
  Optional<Caller> of(RoutingContext context);
}
