package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.factor.SecondFactorService;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Reads the client of sign-in requests and writes sessions to responses, for all methods. */
public final class SignInResponder {
  private final SessionService sessionService;
  private final SessionCookies cookies;
  private final CsrfGuard csrfGuard;
  private final ClientAddress clientAddress;
  private final SecondFactorService secondFactors;

  /**
   * The answer to a right password if a code must follow.
   *
   * @param pending to be sent with the code
   */
  public record PendingSignInResponse(String pending) {
    @Override
    public String toString() {
      return "***";
    }
  }

  public SignInResponder(
      SessionService sessionService,
      SessionCookies cookies,
      CsrfGuard csrfGuard,
      ClientAddress clientAddress,
      SecondFactorService secondFactors) {
    this.sessionService = sessionService;
    this.cookies = cookies;
    this.csrfGuard = csrfGuard;
    this.clientAddress = clientAddress;
    this.secondFactors = secondFactors;
  }

  /**
   * Requires a same-origin JSON request and returns its client.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 or 415
   */
  public SignInClient requireSameOrigin(RequestContext requestContext) {
    csrfGuard.requireSameOrigin(requestContext.context().request());
    return clientOf(requestContext);
  }

  /** Returns the client of a request that a page of another origin may cause. */
  public SignInClient clientOf(RequestContext requestContext) {
    var request = requestContext.context().request();
    return new SignInClient(
        clientAddress.of(request),
        csrfGuard.hostOf(request),
        cookies.deviceCookie(requestContext.context()));
  }

  /**
   * Answers a sign-in whose password was just entered or chosen: as {@link #signIn}, or with 202 if
   * a code must follow.
   */
  public void signInOrAskForCode(
      RequestContext requestContext, int status, Account account, SignInMethod method) {
    secondFactors
        .pendingSignIn(account)
        .ifPresentOrElse(
            pending -> requestContext.json(202, new PendingSignInResponse(pending)),
            () -> signIn(requestContext, status, account, method));
  }

  /** Starts a session, marks the browser as known to the login and answers with the session. */
  void signIn(RequestContext requestContext, int status, Account account, SignInMethod method) {
    cookies.setDevice(requestContext.context(), account.login());
    Session session = signIn(requestContext.context(), account, method);
    requestContext.json(status, responseFor(new Caller(account, session.id(), null)));
  }

  /** Starts a session and sets its cookie. The caller writes the response. */
  public Session signIn(RoutingContext context, Account account, SignInMethod method) {
    Session session = sessionService.signIn(account, method, productOf(context));
    cookies.setSession(context, session);
    return session;
  }

  /** Returns the host name by which the client knows the dashboard. */
  String hostOf(RequestContext requestContext) {
    return csrfGuard.hostOf(requestContext.context().request());
  }

  /** Sets the cookie of a new session, in place of one that ended with all others. */
  void restart(RequestContext requestContext, Account account) {
    var context = requestContext.context();
    cookies.setSession(context, sessionService.start(account, productOf(context)));
  }

  /** Removes the session cookie. The session itself goes on until it is ended. */
  void forget(RequestContext requestContext) {
    cookies.removeSession(requestContext.context());
  }

  private static BrowserProduct productOf(RoutingContext context) {
    return BrowserProduct.of(context.request().getHeader(HttpHeaders.USER_AGENT));
  }

  SessionResponse responseFor(Caller caller) {
    String session = caller.session();
    return SessionResponse.of(
        caller,
        session == null ? null : csrfGuard.tokenOf(session),
        session != null && secondFactors.isMissing(caller.account()));
  }
}
