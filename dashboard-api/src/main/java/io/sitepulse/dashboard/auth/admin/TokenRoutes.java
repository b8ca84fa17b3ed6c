package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /api/manage/tokens}: the API tokens of the caller. */
public final class TokenRoutes implements RouteProvider {
  private static final String PATH = "/tokens";

  private final ApiTokenService apiTokens;
  private final ExportResponder exportResponder;

  public TokenRoutes(ApiTokenService apiTokens, ExportResponder exportResponder) {
    this.apiTokens = apiTokens;
    this.exportResponder = exportResponder;
  }

  /**
   * Request body of creating an API token.
   *
   * @param expires absent: one year. Null: it does not expire.
   */
  record TokenRequest(@Nullable String name, @Nullable Role role, @Nullable Instant expires) {}

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, PATH, RequiredAccess.SIGNED_IN, this::list);
    routes.add(HttpMethod.POST, PATH, RequiredAccess.SIGNED_IN, this::create);
    routes.add(HttpMethod.DELETE, PATH + "/:token", RequiredAccess.SIGNED_IN, this::remove);
  }

  private void list(RequestContext requestContext) {
    var tokens =
        requestContext.caller().account().tokens().stream().map(TokenResponse::of).toList();
    exportResponder.of(
        requestContext, tokens, AccountExport::tokens, () -> requestContext.json(tokens));
  }

  private void create(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    var body = requestContext.body(TokenRequest.class);
    boolean chosen = requestContext.object().has("expires");
    Instant expires = chosen ? body.expires() : apiTokens.defaultExpiry();
    requestContext.respond(
        apiTokens.create(requestContext.caller().account(), body.name(), body.role(), expires),
        created -> requestContext.json(201, TokenResponse.of(created.token(), created.secret())));
  }

  private void remove(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    Account account = requestContext.caller().account();
    requestContext.noContent(
        apiTokens.remove(account.id(), requestContext.path("token"), Author.of(account)));
  }
}
