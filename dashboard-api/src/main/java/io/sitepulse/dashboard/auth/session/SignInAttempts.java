package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.auth.account.AccountMetrics;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter.Permit;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter.RateLimitExceededException;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpHeaders;

/** Rate-limits sign-in requests and counts those that fail. */
public final class SignInAttempts {
  private final LoginRateLimiter rateLimiter;
  private final ClientAddress clientAddress;
  private final SessionCookies cookies;
  private final AccountMetrics metrics;

  private interface Attempt {
    Permit acquire() throws RateLimitExceededException;
  }

  public SignInAttempts(
      LoginRateLimiter rateLimiter,
      ClientAddress clientAddress,
      SessionCookies cookies,
      AccountMetrics metrics) {
    this.rateLimiter = rateLimiter;
    this.clientAddress = clientAddress;
    this.cookies = cookies;
    this.metrics = metrics;
  }

  /**
   * Acquires a permit to try the password of a login.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 429 with {@code Retry-After}
   */
  Permit acquireForLogin(RequestContext requestContext, String login) {
    String device = cookies.device(requestContext.context(), login);
    String client = clientOf(requestContext);
    return acquire(
        requestContext,
        SignInMethod.PASSWORD,
        () -> rateLimiter.acquireForLogin(login, client, device));
  }

  /** Acquires a permit to try the present password of the caller. Throws like the others. */
  Permit acquireForOwnPassword(RequestContext requestContext, String account) {
    return acquire(
        requestContext, SignInMethod.PASSWORD, () -> rateLimiter.acquireForOwnPassword(account));
  }

  /** Acquires a permit to try the code of a link. Throws like the others. */
  public Permit acquireForCode(RequestContext requestContext, SignInMethod method) {
    String client = clientOf(requestContext);
    return acquire(requestContext, method, () -> rateLimiter.acquireForCode(client));
  }

  /** Counts a refused attempt. */
  public void countRefused(SignInMethod method) {
    metrics.refused(method);
  }

  /** Counts a refused attempt and answers with a problem. */
  public void refuse(RequestContext requestContext, SignInMethod method, Problem problem) {
    countRefused(method);
    requestContext.context().fail(problem.asException());
  }

  private Permit acquire(RequestContext requestContext, SignInMethod method, Attempt attempt) {
    try {
      return attempt.acquire();
    } catch (RateLimitExceededException e) {
      metrics.throttled(method);
      long seconds = Math.max(1, e.retryAfter().plusMillis(999).toSeconds());
      requestContext
          .context()
          .response()
          .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
      throw Problem.of(429, "throttled", "Too many attempts", "Retry in " + seconds + " s.")
          .asException();
    }
  }

  private String clientOf(RequestContext requestContext) {
    return clientAddress.of(requestContext.context().request());
  }
}
