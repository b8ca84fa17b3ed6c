package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Signs in with login and password, and shows, ends and protects the sessions of the caller. */
public final class SessionRoutes implements RouteProvider {
  private static final String KEEP = "keep";
  private static final String CURRENT = "current";
  private static final String ALL = "";

  private final PasswordService passwordService;
  private final SessionService sessionService;
  private final SignInResponder responder;

  public SessionRoutes(
      PasswordService passwordService, SessionService sessionService, SignInResponder responder) {
    this.passwordService = passwordService;
    this.sessionService = sessionService;
    this.responder = responder;
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
    routes.add(HttpMethod.GET, "/sessions", RequiredAccess.SIGNED_IN, this::list);
    routes.add(HttpMethod.DELETE, "/sessions", RequiredAccess.SIGNED_IN, this::signOutEverywhere);
    routes.add(HttpMethod.DELETE, "/sessions/:session", RequiredAccess.SIGNED_IN, this::endListed);
    routes.add(
        HttpMethod.POST, "/session/password", RequiredAccess.SIGNED_IN, this::changePassword);
  }

  private void signIn(RequestContext requestContext) {
    SignInClient client = responder.requireSameOrigin(requestContext);
    var body = requestContext.body(SignInRequest.class);
    requestContext.respond(
        passwordService.signIn(body.login(), body.password(), client),
        account ->
            responder.signInOrAskForCode(requestContext, 200, account, SignInMethod.PASSWORD));
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
    String session = requestContext.requireBrowserSession();
    Account account = requestContext.caller().account();
    if (requestContext.query(KEEP, ALL, SessionRoutes::keepsCurrent)) {
      requestContext.noContent(sessionService.endOthers(account, session));
      return;
    }
    responder.forget(requestContext);
    requestContext.noContent(sessionService.endAll(account.id(), Author.of(account)));
  }

  private static boolean keepsCurrent(String text) {
    if (!text.equals(CURRENT) && !text.equals(ALL)) {
      throw new FieldViolationException(KEEP, Rule.CHOICE, "must be current or absent");
    }
    return text.equals(CURRENT);
  }

  private void list(RequestContext requestContext) {
    String current = requestContext.requireBrowserSession();
    requestContext.json(
        sessionService.valid(requestContext.caller().account()).stream()
            .map(session -> ListedSessionResponse.of(session, current))
            .toList());
  }

  private void endListed(RequestContext requestContext) {
    String current = requestContext.requireBrowserSession();
    String session = requestContext.path("session");
    if (session.equals(current)) {
      signOut(requestContext);
      return;
    }
    requestContext.noContent(sessionService.endListed(requestContext.caller().account(), session));
  }

  private void changePassword(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    var body = requestContext.body(PasswordChangeRequest.class);
    requestContext.respond(
        passwordService.change(
            requestContext.caller().account(),
            body.current(),
            body.next(),
            responder.hostOf(requestContext)),
        changed -> {
          responder.restart(requestContext, changed);
          requestContext.noContent();
        });
  }
}
