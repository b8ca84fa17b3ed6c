package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountMetrics;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Begins and ends sessions, whichever way somebody came. */
public final class SessionService {
  private static final Duration DEVICE_AGE = Duration.ofDays(400);

  private final AccountService book;
  private final Definitions definitions;
  private final SessionTokenCodec sessions;
  private final SessionAuthenticator signedIn;
  private final SessionCookies cookies;
  private final CsrfGuard pages;
  private final DeviceCookies devices;
  private final AccountMetrics metrics;
  private final Clock clock;

  /** What it opens with. */
  public record Parts(
      AccountService book,
      Definitions definitions,
      SessionTokenCodec sessions,
      SessionAuthenticator signedIn,
      SessionCookies cookies,
      CsrfGuard pages,
      DeviceCookies devices,
      AccountMetrics metrics) {}

  /** Takes an attempt. */
  public interface Attempt {
    LoginRateLimiter.Taken take() throws LoginRateLimiter.TooFast;
  }

  public SessionService(Parts parts, Clock clock) {
    this.book = parts.book();
    this.definitions = parts.definitions();
    this.sessions = parts.sessions();
    this.signedIn = parts.signedIn();
    this.cookies = parts.cookies();
    this.pages = parts.pages();
    this.devices = parts.devices();
    this.metrics = parts.metrics();
    this.clock = clock;
  }

  /**
   * Takes an attempt.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 429 with {@code Retry-After}
   */
  public LoginRateLimiter.Taken attempt(
      RequestContext requestContext, SignInMethod signInMethod, Attempt attempt) {
    try {
      return attempt.take();
    } catch (LoginRateLimiter.TooFast e) {
      metrics.throttled(signInMethod);
      long seconds = Math.max(1, e.wait.plusMillis(999).toSeconds());
      requestContext
          .context()
          .response()
          .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
      throw Problem.of(
              429, "throttled", "Too many attempts", "Try again in " + seconds + " seconds.")
          .asException();
    }
  }

  /** Lets somebody in: the browser gets a session, the answer says who they are. */
  public void open(
      RequestContext requestContext, int status, Account account, SignInMethod signInMethod) {
    Session session = enter(requestContext.context(), account, signInMethod);
    requestContext.json(status, answer(new Caller(account, session.id(), null)));
  }

  /** Lets somebody in without an answer yet. */
  public Session enter(RoutingContext context, Account account, SignInMethod signInMethod) {
    Session session = sessions.begin(account, clock.instant());
    signedIn.give(context, session);
    metrics.signedIn(signInMethod);
    // Not waited for: whoever may sign in reads reports while changes cannot be stored.
    definitions.note(AccountService.author(account), "session.begin", account.id());
    return session;
  }

  /** Counts somebody who was not let in. */
  public void count(SignInMethod signInMethod) {
    metrics.refused(signInMethod);
  }

  /** Turns somebody away. */
  public void refuse(RequestContext requestContext, SignInMethod signInMethod, Problem problem) {
    count(signInMethod);
    requestContext.context().fail(problem.asException());
  }

  /** Who a caller is. */
  SessionResponse answer(Caller caller) {
    String session = caller.session();
    return SessionResponse.of(caller, session == null ? null : pages.proof(session));
  }

  /** The browser will be known again when it signs in to this login. */
  public void remember(RequestContext requestContext, String login) {
    cookies.give(requestContext.context(), SessionCookies.DEVICE, devices.text(login), DEVICE_AGE);
  }

  /** Gives the browser a new session, in place of one that was ended with the others. */
  void give(RequestContext requestContext, Account account) {
    signedIn.give(requestContext.context(), sessions.begin(account, clock.instant()));
  }

  /** Takes the session away from the browser; elsewhere it counts until it is ended. */
  void take(RequestContext requestContext) {
    cookies.take(requestContext.context(), SessionCookies.SESSION);
  }

  /** Ends one session, everywhere. */
  Future<?> end(Account account, String session) {
    Instant now = clock.instant();
    return book.change(
        account.id(),
        AccountService.author(account),
        "session.end",
        draft -> {
          draft.endedSessions.values().removeIf(end -> end.isBefore(now));
          draft.endedSessions.put(session, sessions.latestEnd(now));
        });
  }

  /** Ends all sessions of an account. */
  public Future<?> endAll(String account, Author by) {
    Instant now = clock.instant();
    return book.change(account, by, "session.end-all", draft -> draft.endSessions(now));
  }

  /** Gives an account another password, unless somebody just did, and ends its sessions. */
  public Future<Account> setPassword(Account account, String hash, String action) {
    Instant now = clock.instant();
    return book.change(
        account.id(),
        AccountService.author(account),
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
