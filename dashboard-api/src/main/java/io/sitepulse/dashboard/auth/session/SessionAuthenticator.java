package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.manage.Authenticator;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.runtime.table.TopicTable;
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
public final class SessionAuthenticator implements Authenticator {
  private static final String BEARER = "Bearer ";

  private final TopicTable<Account> accounts;
  private final SessionTokenCodec sessionTokenCodec;
  private final SessionCookies cookies;
  private final CsrfGuard pages;
  private final ApiTokenService keys;
  private final Clock clock;

  public SessionAuthenticator(
      TopicTable<Account> accounts,
      SessionTokenCodec sessionTokenCodec,
      SessionCookies cookies,
      CsrfGuard pages,
      ApiTokenService keys,
      Clock clock) {
    this.accounts = accounts;
    this.sessionTokenCodec = sessionTokenCodec;
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
    return sessionTokenCodec
        .read(Cookies.valueOf(context, SessionCookies.SESSION))
        .flatMap(
            session ->
                accounts
                    .get(session.account())
                    .flatMap(account -> admit(context, session, account)));
  }

  /** Gives the browser a session to keep. */
  void give(RoutingContext context, Session session) {
    Duration left = Duration.between(session.seen(), sessionTokenCodec.endOf(session));
    cookies.give(context, SessionCookies.SESSION, sessionTokenCodec.text(session), left);
  }

  private Optional<Caller> admit(RoutingContext context, Session session, Account account) {
    Instant now = clock.instant();
    if (!sessionTokenCodec.admits(session, account, now)) {
      return Optional.empty();
    }
    pages.require(context.request(), session.id());
    sessionTokenCodec.renewed(session, now).ifPresent(renewed -> give(context, renewed));
    return Optional.of(new Caller(account, session.id(), null));
  }

  private static Optional<String> keyOf(@Nullable String header) {
    String text = header == null ? "" : header + " ";
    return text.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(text.substring(BEARER.length()).trim())
        : Optional.empty();
  }
}
