package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.AccountSession;
import io.sitepulse.dashboard.auth.account.AccountMetrics;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts, lists and ends login sessions for all sign-in methods.
 *
 * <p>The list is for people: a session is valid without it. A sign-in and the uses of a session are
 * recorded without waiting for Kafka, so that reports can be read while it is away.
 */
public final class SessionService {
  private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

  /**
   * Uses of a session within this time are recorded once: a page sends several requests at once.
   */
  private static final Duration RECORDED = Duration.ofMinutes(1);

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
  Session signIn(Account account, SignInMethod method, BrowserProduct product) {
    metrics.signedIn(method);
    // Not awaited: reports can be read while changes cannot be stored.
    definitions.note(Author.of(account), "session.begin", account.id());
    return start(account, method == SignInMethod.OIDC, product);
  }

  /** Starts a session in place of one that ended with all others of the account. */
  Session start(Account account, BrowserProduct product) {
    return start(account, false, product);
  }

  private Session start(Account account, boolean oidc, BrowserProduct product) {
    Session session = sessions.start(account, oidc, clock.instant());
    record(session, product);
    return session;
  }

  /** Returns true if the session belongs to the account and has not ended. */
  boolean isValid(Session session, Account account) {
    return sessions.isValid(session, account, clock.instant());
  }

  /** Returns the session with a new last-seen time, and records it, if a refresh is due. */
  Optional<Session> refresh(Session session, BrowserProduct product) {
    Optional<Session> fresh = sessions.refresh(session, clock.instant());
    fresh.ifPresent(one -> record(one, product));
    return fresh;
  }

  /**
   * Returns the valid sessions of an account, the last used first. At most {@value
   * Account#MAX_SESSIONS} are known.
   */
  List<AccountSession> valid(Account account) {
    return valid(account.sessions(), account).toList();
  }

  private Stream<AccountSession> valid(List<AccountSession> listed, Account account) {
    return listed.stream()
        .filter(one -> isValid(sessionOf(one, account), account))
        .sorted(Comparator.comparing(AccountSession::seen).reversed());
  }

  private static Session sessionOf(AccountSession one, Account account) {
    return new Session(
        one.id(),
        account.id(),
        account.created().truncatedTo(ChronoUnit.MILLIS),
        one.begun(),
        one.seen(),
        one.oidc());
  }

  private void record(Session session, BrowserProduct product) {
    var entry =
        new AccountSession(
            session.id(),
            session.begun(),
            session.seen(),
            product.browser(),
            product.system(),
            session.oidc());
    accounts
        .record(
            session.account(),
            draft -> {
              Account account = draft.toAccount();
              boolean known =
                  draft.sessions.stream()
                      .anyMatch(
                          one ->
                              one.id().equals(entry.id())
                                  && one.seen().plus(RECORDED).isAfter(entry.seen()));
              if (!known && isValid(session, account)) {
                draft.sessions =
                    Stream.concat(
                            Stream.of(entry),
                            valid(draft.sessions, account)
                                .filter(one -> !one.id().equals(entry.id())))
                        .limit(Account.MAX_SESSIONS)
                        .toList();
              }
            })
        .onFailure(
            e ->
                LOG.atInfo()
                    .addKeyValue(LogKeys.ERROR, e.toString())
                    .log("session is not in the list of its account"));
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
          draft.sessions.removeIf(one -> one.id().equals(session));
        });
  }

  /** Ends a listed session on all instances. Fails with a 404 problem if it is not listed. */
  Future<?> endListed(Account account, String session) {
    return valid(account).stream().anyMatch(one -> one.id().equals(session))
        ? end(account, session)
        : Future.failedFuture(Problem.notFound("No such session.").asException());
  }

  /** Ends all sessions of an account except one. */
  Future<?> endOthers(Account account, String kept) {
    Instant now = clock.instant();
    return accounts.updateOwn(
        account, "session.end-others", draft -> draft.endOtherSessions(kept, now));
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
