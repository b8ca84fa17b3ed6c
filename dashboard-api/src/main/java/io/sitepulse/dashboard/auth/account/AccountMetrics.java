package io.sitepulse.dashboard.auth.account;

/**
 * Counts attempts to sign in. Every attempt is counted exactly once, as one of the three. Alert on
 * a rise of refused or throttled attempts: it indicates password guessing.
 *
 * <p>A right password that a second factor must follow is not counted. The code that follows is
 * counted as {@link SignInMethod#SECOND_FACTOR}.
 */
public interface AccountMetrics {
  /** Counts a successful sign-in. */
  void signedIn(SignInMethod method);

  /** Counts a wrong password or code, or an account that may not sign in. */
  void refused(SignInMethod method);

  /** Counts an attempt that exceeded the rate limit. */
  void throttled(SignInMethod method);
}
