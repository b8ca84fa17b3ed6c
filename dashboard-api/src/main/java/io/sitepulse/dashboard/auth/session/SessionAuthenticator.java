package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.manage.Authenticator;
import io.sitepulse.dashboard.manage.Caller;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates requests by the API token in {@code Authorization}, else by the session cookie.
 *
 * <p>Browsers do not send an API token on their own, so it needs no CSRF token. A wrong API token
 * is not authenticated, even if a session cookie comes with it.
 */
public final class SessionAuthenticator implements Authenticator {
  private static final String BEARER = "Bearer ";

  private final AccountService accounts;
  private final SessionCookies cookies;
  private final CsrfGuard csrfGuard;
  private final ApiTokenService apiTokens;
  private final SessionService sessionService;

  public SessionAuthenticator(
      AccountService accounts,
      SessionCookies cookies,
      CsrfGuard csrfGuard,
      ApiTokenService apiTokens,
      SessionService sessionService) {
    this.accounts = accounts;
    this.cookies = cookies;
    this.csrfGuard = csrfGuard;
    this.apiTokens = apiTokens;
    this.sessionService = sessionService;
  }

  @Override
  public Optional<Caller> authenticate(RoutingContext context) {
    Optional<String> token = bearerToken(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (token.isPresent()) {
      return apiTokens.authenticate(token.get());
    }
    return cookies
        .session(context)
        .flatMap(
            session ->
                accounts
                    .find(session.account())
                    .flatMap(account -> authenticate(context, session, account)));
  }

  private Optional<Caller> authenticate(RoutingContext context, Session session, Account account) {
    if (!sessionService.isValid(session, account)) {
      return Optional.empty();
    }
    csrfGuard.requireToken(context.request(), session.id());
    sessionService
        .refresh(session, BrowserProduct.of(context.request().getHeader(HttpHeaders.USER_AGENT)))
        .ifPresent(fresh -> cookies.setSession(context, fresh));
    return Optional.of(new Caller(account, session.id(), null));
  }

  private static Optional<String> bearerToken(@Nullable String header) {
    String text = header == null ? "" : header + " ";
    return text.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(text.substring(BEARER.length()).trim())
        : Optional.empty();
  }
}
