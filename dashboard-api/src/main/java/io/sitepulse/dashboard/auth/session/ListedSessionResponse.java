package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.AccountSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session in the list of its owner.
 *
 * @param browser product name, null if unknown
 * @param system product name, null if unknown
 * @param current true for the session of the request
 */
record ListedSessionResponse(
    String id,
    @Nullable String browser,
    @Nullable String system,
    Instant begun,
    Instant seen,
    boolean current) {

  static ListedSessionResponse of(AccountSession session, String current) {
    return new ListedSessionResponse(
        session.id(),
        session.browser(),
        session.system(),
        session.begun(),
        session.seen(),
        session.id().equals(current));
  }
}
