package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountMetrics;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Starts and ends login sessions for all sign-in methods. */
public final class SessionService {
  private final AccountService accounts;
  private final Definitions definitions;
  private final SessionTokenCodec sessions;
  private final AccountMetrics metrics;
  private final Clock clock;

  public SessionService(
      AccountService accounts,
      Definitions definitions,
      SessionTokenCodec sessions,
      AccountMetrics metrics,
      Clock clock) {
    this.accounts = accounts;
    this.definitions = definitions;
    this.sessions = sessions;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Starts the session of a sign-in. */
  Session signIn(Account account, SignInMethod method) {
    metrics.signedIn(method);
    // Not awaited: reports can be read while changes cannot be stored.
    definitions.note(Author.of(account), "session.begin", account.id());
    return start(account);
  }

  /** Starts a session in place of one that ended with all others of the account. */
  Session start(Account account) {
    return sessions.start(account, clock.instant());
  }

  /** Ends one session on all instances. */
  Future<?> end(Account account, String session) {
    Instant now = clock.instant();
    return accounts.updateOwn(
        account,
        "session.end",
        draft -> {
          draft.endedSessions.values().removeIf(end -> end.isBefore(now));
          draft.endedSessions.put(session, sessions.latestEnd(now));
        });
  }

  /** Ends all sessions of an account. */
  public Future<?> endAll(String account, Author by) {
    Instant now = clock.instant();
    return accounts.update(account, by, "session.end-all", draft -> draft.endSessions(now));
  }

  /**
   * Sets the password of an account and ends its sessions.
   *
   * @param account as it was when the password was checked
   * @return the new account. Fails with a 409 problem if the password has changed since.
   */
  public Future<Account> setPassword(Account account, String hash, String action) {
    Instant now = clock.instant();
    return accounts.updateOwn(
        account,
        action,
        draft -> {
          if (!Objects.equals(draft.password, account.password())) {
            throw Problem.of(409, "changed", "Changed meanwhile", "The password was just changed.")
                .asException();
          }
          draft.password = hash;
          draft.endSessions(now);
        });
  }
}
