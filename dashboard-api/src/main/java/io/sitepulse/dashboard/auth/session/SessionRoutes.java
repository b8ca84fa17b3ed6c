package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Signing in with login and password, and what a session can do about itself. */
public final class SessionRoutes implements RouteProvider {
  private final AccountService book;
  private final Passwords passwords;
  private final SessionService sessionService;
  private final CsrfGuard pages;
  private final DeviceCookies deviceCookies;
  private final LoginRateLimiter loginRateLimiter;
  private final ClientAddress clients;

  public SessionRoutes(
      AccountService book,
      Passwords passwords,
      SessionService sessionService,
      CsrfGuard pages,
      DeviceCookies deviceCookies,
      LoginRateLimiter loginRateLimiter,
      ClientAddress clients) {
    this.book = book;
    this.passwords = passwords;
    this.sessionService = sessionService;
    this.pages = pages;
    this.deviceCookies = deviceCookies;
    this.loginRateLimiter = loginRateLimiter;
    this.clients = clients;
  }

  /** The body of signing in. */
  public record Credentials(@Nullable String login, @Nullable String password) {
    @Override
    public String toString() {
      return "Credentials of " + login;
    }
  }

  /** The body of a change of password. */
  public record NewPassword(@Nullable String current, @Nullable String next) {
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
    pages.requireOpen(requestContext.context().request());
    var body = requestContext.body(Credentials.class);
    String login = AccountService.login(body.login() == null ? "" : body.login());
    var taken = attempt(requestContext, login);
    Account account = book.byLogin(login).filter(known -> !known.disabled()).orElse(null);
    requestContext.after(
        passwords.matches(body.password(), account == null ? null : account.password()),
        matches -> {
          if (matches && account != null) {
            taken.giveBack();
            sessionService.remember(requestContext, login);
            sessionService.open(requestContext, 200, account, SignInMethod.PASSWORD);
          } else {
            sessionService.refuse(requestContext, SignInMethod.PASSWORD, wrongCredentials());
          }
        });
  }

  private LoginRateLimiter.Taken attempt(RequestContext requestContext, String login) {
    String device =
        deviceCookies.knownTo(
            login, Cookies.valueOf(requestContext.context(), SessionCookies.DEVICE));
    String client = clients.of(requestContext.context().request());
    return sessionService.attempt(
        requestContext,
        SignInMethod.PASSWORD,
        () -> loginRateLimiter.atLogin(login, client, device));
  }

  private void show(RequestContext requestContext) {
    requestContext.json(sessionService.answer(requestContext.caller()));
  }

  private void signOut(RequestContext requestContext) {
    sessionService.take(requestContext);
    String session = requestContext.caller().session();
    if (session == null) {
      throw BrowserOnly.only();
    }
    requestContext.done(sessionService.end(requestContext.caller().account(), session));
  }

  private void signOutEverywhere(RequestContext requestContext) {
    Account account = BrowserOnly.require(requestContext).account();
    sessionService.take(requestContext);
    requestContext.done(sessionService.endAll(account.id(), AccountService.author(account)));
  }

  private void changePassword(RequestContext requestContext) {
    Caller caller = BrowserOnly.require(requestContext);
    Account account = caller.account();
    var body = requestContext.body(NewPassword.class);
    var taken =
        sessionService.attempt(
            requestContext, SignInMethod.PASSWORD, () -> loginRateLimiter.atOwn(account.id()));
    var work =
        passwords
            .matches(body.current(), account.password())
            .compose(
                matches -> {
                  if (!matches) {
                    throw wrongPassword();
                  }
                  taken.giveBack();
                  return passwords.hash("next", body.next());
                })
            .compose(hash -> sessionService.setPassword(account, hash, "account.password"));
    requestContext.after(
        work,
        changed -> {
          sessionService.give(requestContext, changed);
          requestContext.done();
        });
  }

  private static Problem wrongCredentials() {
    return Problem.of(401, "credentials", "Not signed in", "Login or password is wrong.");
  }

  private static RuntimeException wrongPassword() {
    return RequestContext.invalid("current", Rule.WRONG_PASSWORD, "is not your password");
  }
}
