package io.sitepulse.dashboard.account;

/**
 * What signing in counts. Each attempt is exactly one of the three. Alert when refused or throttled
 * attempts rise: somebody is guessing passwords.
 */
interface AccountMetrics {
  /** Somebody signed in. */
  void signedIn(Way way);

  /** Somebody did not: a wrong password or code, an account that may not. */
  void refused(Way way);

  /** Somebody was told to wait first. */
  void throttled(Way way);
}
