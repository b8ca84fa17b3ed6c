package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountMetrics;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter.Permit;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter.RateLimitExceededException;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.log.LogKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rate-limits attempts to sign in, and counts and logs those that fail. The log has neither what
 * was typed as login, which may be a password, nor the address of the client.
 */
public final class SignInAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(SignInAttempts.class);

  private final LoginRateLimiter rateLimiter;
  private final DeviceCookies devices;
  private final AccountMetrics metrics;

  private interface Attempt {
    Permit acquire() throws RateLimitExceededException;
  }

  public SignInAttempts(
      LoginRateLimiter rateLimiter, DeviceCookies devices, AccountMetrics metrics) {
    this.rateLimiter = rateLimiter;
    this.devices = devices;
    this.metrics = metrics;
  }

  /**
   * Acquires a permit to try the password of a login.
   *
   * @throws ProblemException 429 with {@code Retry-After}
   */
  Permit acquireForLogin(SignInClient client, String login) {
    String device = devices.deviceOf(login, client.deviceCookie());
    return acquire(
        SignInMethod.PASSWORD, () -> rateLimiter.acquireForLogin(login, client.address(), device));
  }

  /** Acquires a permit to try the second factor of an account. Throws like the others. */
  Permit acquireForSecondFactor(SignInClient client, Account account) {
    String device = devices.deviceOf(account.login(), client.deviceCookie());
    return acquire(
        SignInMethod.SECOND_FACTOR, () -> rateLimiter.acquireForSecondFactor(account.id(), device));
  }

  /** Acquires a permit to try the present password of the caller. Throws like the others. */
  Permit acquireForOwnPassword(String account) {
    return acquire(SignInMethod.PASSWORD, () -> rateLimiter.acquireForOwnPassword(account));
  }

  /** Acquires a permit to try the code of a link. Throws like the others. */
  public Permit acquireForCode(SignInClient client, SignInMethod method) {
    return acquire(method, () -> rateLimiter.acquireForCode(client.address()));
  }

  /** Counts a refused attempt. */
  public void countRefused(SignInMethod method) {
    metrics.refused(method);
  }

  /**
   * Counts and logs a refused attempt and returns its exception.
   *
   * @param account id of the account that was tried, or null if there is none
   */
  public ProblemException refused(SignInMethod method, Problem problem, @Nullable String account) {
    countRefused(method);
    LOG.atInfo()
        .addKeyValue(LogKeys.METHOD, method.label())
        .addKeyValue(LogKeys.ACCOUNT, account == null ? "none" : account)
        .log("sign-in refused");
    return problem.asException();
  }

  private Permit acquire(SignInMethod method, Attempt attempt) {
    try {
      return attempt.acquire();
    } catch (RateLimitExceededException e) {
      metrics.throttled(method);
      LOG.atInfo().addKeyValue(LogKeys.METHOD, method.label()).log("sign-in throttled");
      throw Problem.of(
              429, "throttled", "Too many attempts", "Retry in " + e.retryAfterSeconds() + " s.")
          .asException(e.retryAfter());
    }
  }
}
