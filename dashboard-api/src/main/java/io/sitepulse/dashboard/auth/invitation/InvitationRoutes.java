package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.SignInClient;
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

  public InvitationRoutes(InvitationService invitations, SignInResponder responder) {
    this.invitations = invitations;
    this.responder = responder;
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

  /** Request body of checking an invitation. */
  public record InvitationCheck(@Nullable String code) {
    @Override
    public String toString() {
      return "***";
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
    routes.add(HttpMethod.POST, "/invitation/check", RequiredAccess.OPEN, this::check);
  }

  private void setUp(RequestContext requestContext) {
    SignInClient client = responder.requireSameOrigin(requestContext);
    requestContext.respond(
        invitations.setUp(requestContext.body(SetupRequest.class), client),
        created -> responder.signInOrAskForCode(requestContext, 201, created, SignInMethod.SETUP));
  }

  private void check(RequestContext requestContext) {
    SignInClient client = responder.requireSameOrigin(requestContext);
    invitations.check(requestContext.body(InvitationCheck.class).code(), client);
    requestContext.noContent();
  }

  private void accept(RequestContext requestContext) {
    SignInClient client = responder.requireSameOrigin(requestContext);
    var body = requestContext.body(InvitationRequest.class);
    requestContext.respond(
        invitations.accept(body.code(), body.password(), client),
        changed ->
            responder.signInOrAskForCode(requestContext, 200, changed, SignInMethod.INVITATION));
  }
}
