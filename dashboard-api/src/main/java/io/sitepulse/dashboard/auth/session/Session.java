package io.sitepulse.dashboard.auth.session;

import java.time.Instant;

/**
 * A login session of a browser.
 *
 * @param id 128 random bits, in hex
 * @param account account id
 * @param created when the account was created. A later account with the same id is another one.
 * @param begun time of the sign-in
 * @param seen when the browser last received this session. Refreshed at intervals, not at each use.
 * @param oidc true if the provider of OpenID Connect confirmed the sign-in
 */
record Session(
    String id, String account, Instant created, Instant begun, Instant seen, boolean oidc) {

  /** A session that began with a password. */
  Session(String id, String account, Instant created, Instant begun, Instant seen) {
    this(id, account, created, begun, seen, false);
  }

  Session seen(Instant now) {
    return new Session(id, account, created, begun, now, oidc);
  }
}
