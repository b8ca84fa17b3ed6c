package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.factor.SecondFactorService;
import io.sitepulse.dashboard.manage.Authenticator;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final SecondFactorService secondFactors;

  public SessionAuthenticator(
      AccountService accounts,
      SessionCookies cookies,
      CsrfGuard csrfGuard,
      ApiTokenService apiTokens,
      SessionService sessionService,
      SecondFactorService secondFactors) {
    this.accounts = accounts;
    this.cookies = cookies;
    this.csrfGuard = csrfGuard;
    this.apiTokens = apiTokens;
    this.sessionService = sessionService;
    this.secondFactors = secondFactors;
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
    requireSecondFactor(context, account);
    sessionService
        .refresh(session, BrowserProduct.of(context.request().getHeader(HttpHeaders.USER_AGENT)))
        .ifPresent(fresh -> cookies.setSession(context, fresh));
    return Optional.of(new Caller(account, session.id(), null));
  }

  /** Leaves an account without its required second factor only what it needs to set one up. */
  private void requireSecondFactor(RoutingContext context, Account account) {
    String path = context.normalizedPath();
    boolean free =
        Stream.of("/session", "/sessions", "/second-factor")
            .map(ManageRoutes.ROOT::concat)
            .anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    if (!free && secondFactors.isMissing(account)) {
      throw Problem.of(
              403,
              "second-factor-missing",
              "Not allowed yet",
              "Administrators must set up a second factor first.")
          .asException();
    }
  }

  private static Optional<String> bearerToken(@Nullable String header) {
    String text = header == null ? "" : header + " ";
    return text.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(text.substring(BEARER.length()).trim())
        : Optional.empty();
  }
}
