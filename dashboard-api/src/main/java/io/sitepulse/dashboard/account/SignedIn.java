package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.Callers;
import io.sitepulse.dashboard.web.Cookies;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the program whose key stands in {@code Authorization}, else the browser's session.
 *
 * <p>A key is sent by nobody by accident, so it needs no proof against CSRF; a wrong key is nobody,
 * whatever cookie comes with it.
 */
final class SignedIn implements Callers {
  private static final String BEARER = "Bearer ";

  private final Table<Account> accounts;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final OwnPages pages;
  private final ApiKeys keys;
  private final Clock clock;

  SignedIn(
      Table<Account> accounts,
      Sessions sessions,
      SessionCookies cookies,
      OwnPages pages,
      ApiKeys keys,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookies = cookies;
    this.pages = pages;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> of(RoutingContext context) {
    Optional<String> key = keyOf(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (key.isPresent()) {
      return keys.find(key.get(), clock.instant());
    }
    return sessions
        .read(Cookies.valueOf(context, SessionCookies.SESSION))
        .flatMap(
            session ->
                accounts
                    .get(session.account())
                    .flatMap(account -> admit(context, session, account)));
  }

  /** Gives the browser a session to keep. */
  void give(RoutingContext context, Session session) {
    Duration left = Duration.between(session.seen(), sessions.endOf(session));
    cookies.give(context, SessionCookies.SESSION, sessions.text(session), left);
  }

  private Optional<Caller> admit(RoutingContext context, Session session, Account account) {
    Instant now = clock.instant();
    if (!sessions.admits(session, account, now)) {
      return Optional.empty();
    }
    pages.require(context.request(), session.id());
    sessions.renewed(session, now).ifPresent(renewed -> give(context, renewed));
    return Optional.of(new Caller(account, session.id(), null));
  }

  private static Optional<String> keyOf(@Nullable String header) {
    String text = header == null ? "" : header + " ";
    return text.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(text.substring(BEARER.length()).trim())
        : Optional.empty();
  }
}
