package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.factor.SecondFactorService;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/manage/accounts}: all accounts, for administrators. API tokens may read them only: a
 * token that could change accounts could create a password or another token, and outlive its own
 * expiry.
 */
public final class AccountRoutes implements RouteProvider {
  private static final String ALL = "/accounts";
  private static final String ONE = ALL + "/:account";

  private final AccountAdminService accounts;
  private final SecondFactorService secondFactors;
  private final ApiTokenService apiTokens;
  private final SessionService sessionService;
  private final ExportResponder exportResponder;

  public AccountRoutes(
      AccountAdminService accounts,
      SecondFactorService secondFactors,
      ApiTokenService apiTokens,
      SessionService sessionService,
      ExportResponder exportResponder) {
    this.accounts = accounts;
    this.secondFactors = secondFactors;
    this.apiTokens = apiTokens;
    this.sessionService = sessionService;
    this.exportResponder = exportResponder;
  }

  /**
   * The link for an invited account.
   *
   * @param invitation its code
   */
  public record InvitationResponse(String invitation) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, ALL, RequiredAccess.ADMINISTER, this::list);
    addChange(routes, HttpMethod.POST, ALL, this::create);
    routes.add(HttpMethod.GET, ONE, RequiredAccess.ADMINISTER, this::read);
    addChange(routes, HttpMethod.PUT, ONE, this::update);
    addChange(routes, HttpMethod.DELETE, ONE, this::delete);
    addChange(routes, HttpMethod.POST, ONE + "/invitation", this::invite);
    addChange(routes, HttpMethod.DELETE, ONE + "/invitation", this::revokeInvitations);
    addChange(routes, HttpMethod.DELETE, ONE + "/sessions", this::endSessions);
    addChange(routes, HttpMethod.DELETE, ONE + "/second-factor", this::removeSecondFactor);
    addChange(routes, HttpMethod.DELETE, ONE + "/tokens/:token", this::removeToken);
  }

  /** Adds a route that requires an administrator's browser session. */
  private static void addChange(
      ManageRoutes routes, HttpMethod method, String path, ManageRoutes.ManageHandler handler) {
    routes.add(
        method,
        path,
        RequiredAccess.ADMINISTER,
        requestContext -> {
          requestContext.requireBrowserSession();
          handler.handle(requestContext);
        });
  }

  private void list(RequestContext requestContext) {
    var responses = accounts.all().stream().map(AccountResponse::of).toList();
    exportResponder.of(
        requestContext, responses, AccountExport::accounts, () -> requestContext.json(responses));
  }

  private void read(RequestContext requestContext) {
    respond(requestContext, 200, accounts.get(idOf(requestContext)), null);
  }

  private void create(RequestContext requestContext) {
    requestContext.respond(
        accounts.create(requestContext.body(AccountRequest.class), authorOf(requestContext)),
        account -> respond(requestContext, 201, account, accounts.invitationCode(account)));
  }

  private void update(RequestContext requestContext) {
    var request = requestContext.body(AccountRequest.class);
    requestContext.respond(
        accounts.update(
            idOf(requestContext),
            request,
            authorOf(requestContext),
            before -> requestContext.precondition().require(AccountRequest.of(before))),
        account -> respond(requestContext, 200, account, null));
  }

  private void invite(RequestContext requestContext) {
    requestContext.json(
        accounts
            .invite(idOf(requestContext), authorOf(requestContext))
            .map(InvitationResponse::new));
  }

  private void revokeInvitations(RequestContext requestContext) {
    requestContext.noContent(
        accounts.revokeInvitations(idOf(requestContext), authorOf(requestContext)));
  }

  private void delete(RequestContext requestContext) {
    requestContext.noContent(
        accounts.delete(
            idOf(requestContext),
            authorOf(requestContext),
            before -> requestContext.precondition().require(AccountRequest.of(before))));
  }

  private void endSessions(RequestContext requestContext) {
    Account account = accounts.get(idOf(requestContext));
    requestContext.noContent(sessionService.endAll(account.id(), authorOf(requestContext)));
  }

  private void removeSecondFactor(RequestContext requestContext) {
    requestContext.noContent(secondFactors.remove(idOf(requestContext), authorOf(requestContext)));
  }

  private void removeToken(RequestContext requestContext) {
    requestContext.noContent(
        apiTokens.remove(
            idOf(requestContext), requestContext.path("token"), authorOf(requestContext)));
  }

  private static void respond(
      RequestContext requestContext, int status, Account account, @Nullable String invitation) {
    requestContext.entity(
        status, AccountRequest.of(account), AccountResponse.of(account, invitation));
  }

  private static String idOf(RequestContext requestContext) {
    return requestContext.path("account");
  }

  private static Author authorOf(RequestContext requestContext) {
    return requestContext.caller().author();
  }
}
