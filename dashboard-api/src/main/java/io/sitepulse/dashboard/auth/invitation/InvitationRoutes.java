package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter;
import io.sitepulse.dashboard.auth.session.SignInAttempts;
import io.sitepulse.dashboard.auth.session.SignInResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/manage/setup} and {@code /invitation}: redeem the setup link that the first start
 * prints, and the links that administrators hand out. Both sign in.
 */
public final class InvitationRoutes implements RouteProvider {
  private final InvitationService invitations;
  private final SignInResponder responder;
  private final SignInAttempts attempts;
  private final CsrfGuard csrfGuard;

  public InvitationRoutes(
      InvitationService invitations,
      SignInResponder responder,
      SignInAttempts attempts,
      CsrfGuard csrfGuard) {
    this.invitations = invitations;
    this.responder = responder;
    this.attempts = attempts;
    this.csrfGuard = csrfGuard;
  }

  /** Request body of creating the first administrator. */
  public record SetupRequest(
      @Nullable String code,
      @Nullable String login,
      @Nullable String name,
      @Nullable String password) {
    @Override
    public String toString() {
      return "setup of " + login;
    }
  }

  /** Request body of setting a password with an invitation. */
  public record InvitationRequest(@Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.POST, "/setup", RequiredAccess.OPEN, this::setUp);
    routes.add(HttpMethod.POST, "/invitation", RequiredAccess.OPEN, this::accept);
  }

  private void setUp(RequestContext requestContext) {
    var permit = acquirePermit(requestContext, SignInMethod.SETUP);
    var body = requestContext.body(SetupRequest.class);
    if (!invitations.isSetupCode(body.code())) {
      attempts.refuse(requestContext, SignInMethod.SETUP, InvitationService.invalidLink());
      return;
    }
    permit.refund();
    requestContext.respond(
        invitations.setUp(body),
        created -> responder.signIn(requestContext, 201, created, SignInMethod.SETUP));
  }

  private void accept(RequestContext requestContext) {
    var permit = acquirePermit(requestContext, SignInMethod.INVITATION);
    var body = requestContext.body(InvitationRequest.class);
    Account account = invitations.invitedAccount(body.code()).orElse(null);
    if (account == null) {
      attempts.refuse(requestContext, SignInMethod.INVITATION, InvitationService.invalidLink());
      return;
    }
    permit.refund();
    requestContext.respond(
        invitations.accept(account, body.password()),
        changed -> responder.signIn(requestContext, 200, changed, SignInMethod.INVITATION));
  }

  private LoginRateLimiter.Permit acquirePermit(
      RequestContext requestContext, SignInMethod method) {
    csrfGuard.requireSameOrigin(requestContext.context().request());
    return attempts.acquireForCode(requestContext, method);
  }
}
