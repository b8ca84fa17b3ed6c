package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.Caller;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Begins and ends sessions, whichever way somebody came. */
final class Door {
  private static final Duration DEVICE_AGE = Duration.ofDays(400);

  private final AccountBook book;
  private final Definitions definitions;
  private final Sessions sessions;
  private final SignedIn signedIn;
  private final SessionCookies cookies;
  private final OwnPages pages;
  private final Devices devices;
  private final AccountMetrics metrics;
  private final Clock clock;

  /** What it opens with. */
  record Parts(
      AccountBook book,
      Definitions definitions,
      Sessions sessions,
      SignedIn signedIn,
      SessionCookies cookies,
      OwnPages pages,
      Devices devices,
      AccountMetrics metrics) {}

  /** Takes an attempt. */
  interface Attempt {
    Attempts.Taken take() throws Attempts.TooFast;
  }

  Door(Parts parts, Clock clock) {
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
   * @throws io.sitepulse.contract.http.ProblemException 429 with {@code Retry-After}
   */
  Attempts.Taken attempt(Call call, Way way, Attempt attempt) {
    try {
      return attempt.take();
    } catch (Attempts.TooFast e) {
      metrics.throttled(way);
      long seconds = Math.max(1, e.wait.plusMillis(999).toSeconds());
      call.context().response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
      throw Problem.of(
              429, "throttled", "Too many attempts", "Try again in " + seconds + " seconds.")
          .asException();
    }
  }

  /** Lets somebody in: the browser gets a session, the answer says who they are. */
  void open(Call call, int status, Account account, Way way) {
    Session session = enter(call.context(), account, way);
    call.json(status, answer(new Caller(account, session.id(), null)));
  }

  /** Lets somebody in without an answer yet. */
  Session enter(RoutingContext context, Account account, Way way) {
    Session session = sessions.begin(account, clock.instant());
    signedIn.give(context, session);
    metrics.signedIn(way);
    // Not waited for: whoever may sign in reads reports while changes cannot be stored.
    definitions.note(AccountBook.author(account), "session.begin", account.id());
    return session;
  }

  /** Counts somebody who was not let in. */
  void count(Way way) {
    metrics.refused(way);
  }

  /** Turns somebody away. */
  void refuse(Call call, Way way, Problem problem) {
    count(way);
    call.context().fail(problem.asException());
  }

  /** Who a caller is. */
  SessionAnswer answer(Caller caller) {
    String session = caller.session();
    return SessionAnswer.of(caller, session == null ? null : pages.proof(session));
  }

  /** The browser will be known again when it signs in to this login. */
  void remember(Call call, String login) {
    cookies.give(call.context(), SessionCookies.DEVICE, devices.text(login), DEVICE_AGE);
  }

  /** Gives the browser a new session, in place of one that was ended with the others. */
  void give(Call call, Account account) {
    signedIn.give(call.context(), sessions.begin(account, clock.instant()));
  }

  /** Takes the session away from the browser; elsewhere it counts until it is ended. */
  void take(Call call) {
    cookies.take(call.context(), SessionCookies.SESSION);
  }

  /** Ends one session, everywhere. */
  Future<?> end(Account account, String session) {
    Instant now = clock.instant();
    return book.change(
        account.id(),
        AccountBook.author(account),
        "session.end",
        draft -> {
          draft.endedSessions.values().removeIf(end -> end.isBefore(now));
          draft.endedSessions.put(session, sessions.latestEnd(now));
        });
  }

  /** Ends all sessions of an account. */
  Future<?> endAll(String account, Author by) {
    Instant now = clock.instant();
    return book.change(account, by, "session.end-all", draft -> draft.endSessions(now));
  }

  /** Gives an account another password, unless somebody just did, and ends its sessions. */
  Future<Account> setPassword(Account account, String hash, String action) {
    Instant now = clock.instant();
    return book.change(
        account.id(),
        AccountBook.author(account),
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
