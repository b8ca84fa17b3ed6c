package io.sitepulse.dashboard.auth.account;

/**
 * What signing in counts. Each attempt is exactly one of the three. Alert when refused or throttled
 * attempts rise: somebody is guessing passwords.
 */
public interface AccountMetrics {
  /** Somebody signed in. */
  void signedIn(SignInMethod signInMethod);

  /** Somebody did not: a wrong password or code, an account that may not. */
  void refused(SignInMethod signInMethod);

  /** Somebody was told to wait first. */
  void throttled(SignInMethod signInMethod);
}
