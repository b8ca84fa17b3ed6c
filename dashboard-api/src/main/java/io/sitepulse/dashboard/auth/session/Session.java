package io.sitepulse.dashboard.auth.session;

import java.time.Instant;

/**
 * Somebody signed in with a browser.
 *
 * @param id 128 random bits, in hex
 * @param account whose
 * @param created when that account was made: the session is for that one and no other of its id
 * @param begun when they signed in
 * @param seen when the browser was last given this session; not each use, but often enough
 */
record Session(String id, String account, Instant created, Instant begun, Instant seen) {

  Session seen(Instant now) {
    return new Session(id, account, created, begun, now);
  }
}
