package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Signs in with login and password, and shows, ends and protects the sessions of the caller. */
public final class SessionRoutes implements RouteProvider {
  private final AccountService accounts;
  private final Passwords passwords;
  private final SessionService sessionService;
  private final SignInResponder responder;
  private final SignInAttempts attempts;
  private final CsrfGuard csrfGuard;

  public SessionRoutes(
      AccountService accounts,
      Passwords passwords,
      SessionService sessionService,
      SignInResponder responder,
      SignInAttempts attempts,
      CsrfGuard csrfGuard) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessionService = sessionService;
    this.responder = responder;
    this.attempts = attempts;
    this.csrfGuard = csrfGuard;
  }

  /** Request body of a sign-in. */
  public record SignInRequest(@Nullable String login, @Nullable String password) {
    @Override
    public String toString() {
      return "sign-in of " + login;
    }
  }

  /** Request body of a password change. */
  public record PasswordChangeRequest(@Nullable String current, @Nullable String next) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.POST, "/session", RequiredAccess.OPEN, this::signIn);
    routes.add(HttpMethod.GET, "/session", RequiredAccess.SIGNED_IN, this::show);
    routes.add(HttpMethod.DELETE, "/session", RequiredAccess.SIGNED_IN, this::signOut);
    routes.add(HttpMethod.DELETE, "/sessions", RequiredAccess.SIGNED_IN, this::signOutEverywhere);
    routes.add(
        HttpMethod.POST, "/session/password", RequiredAccess.SIGNED_IN, this::changePassword);
  }

  private void signIn(RequestContext requestContext) {
    csrfGuard.requireSameOrigin(requestContext.context().request());
    var body = requestContext.body(SignInRequest.class);
    String login = AccountService.normalizeLogin(body.login() == null ? "" : body.login());
    var permit = attempts.acquireForLogin(requestContext, login);
    Account account = accounts.findByLogin(login).filter(known -> !known.disabled()).orElse(null);
    requestContext.respond(
        passwords.matches(body.password(), account == null ? null : account.password()),
        matches -> {
          if (matches && account != null) {
            permit.refund();
            responder.signIn(requestContext, 200, account, SignInMethod.PASSWORD);
          } else {
            attempts.refuse(requestContext, SignInMethod.PASSWORD, wrongCredentials());
          }
        });
  }

  private void show(RequestContext requestContext) {
    requestContext.json(responder.responseFor(requestContext.caller()));
  }

  private void signOut(RequestContext requestContext) {
    responder.forget(requestContext);
    requestContext.noContent(
        sessionService.end(
            requestContext.caller().account(), requestContext.requireBrowserSession()));
  }

  private void signOutEverywhere(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    Account account = requestContext.caller().account();
    responder.forget(requestContext);
    requestContext.noContent(sessionService.endAll(account.id(), Author.of(account)));
  }

  private void changePassword(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    Account account = requestContext.caller().account();
    var body = requestContext.body(PasswordChangeRequest.class);
    var permit = attempts.acquireForOwnPassword(requestContext, account.id());
    var change =
        passwords
            .matches(body.current(), account.password())
            .compose(
                matches -> {
                  if (!matches) {
                    throw wrongPassword();
                  }
                  permit.refund();
                  return passwords.hash("next", body.next());
                })
            .compose(hash -> sessionService.setPassword(account, hash, "account.password"));
    requestContext.respond(
        change,
        changed -> {
          responder.restart(requestContext, changed);
          requestContext.noContent();
        });
  }

  private static Problem wrongCredentials() {
    return Problem.of(401, "credentials", "Not signed in", "Login or password is wrong.");
  }

  private static RuntimeException wrongPassword() {
    return RequestContext.invalid("current", Rule.WRONG_PASSWORD, "is not your password");
  }
}
