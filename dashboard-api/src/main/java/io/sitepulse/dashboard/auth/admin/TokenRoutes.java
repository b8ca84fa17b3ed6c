package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /api/manage/tokens}: the API tokens of the caller. */
public final class TokenRoutes implements RouteProvider {
  private static final String PATH = "/tokens";

  private final ApiTokenService apiTokens;
  private final ExportResponder exportResponder;
  private final Clock clock;

  public TokenRoutes(ApiTokenService apiTokens, ExportResponder exportResponder, Clock clock) {
    this.apiTokens = apiTokens;
    this.exportResponder = exportResponder;
    this.clock = clock;
  }

  /** Request body of creating an API token. */
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
    Account account = requestContext.caller().account();
    var body = requestContext.body(TokenRequest.class);
    Instant now = clock.instant();
    if (body.expires() != null && !now.isBefore(body.expires())) {
      throw RequestContext.invalid("expires", Rule.OVER, "is in the past");
    }
    var created = generate(account, body, now);
    requestContext.respond(
        apiTokens.add(account.id(), created.token(), Author.of(account)),
        done -> requestContext.json(201, TokenResponse.of(created.token(), created.secret())));
  }

  private void remove(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    Account account = requestContext.caller().account();
    requestContext.noContent(
        apiTokens.remove(account.id(), requestContext.path("token"), Author.of(account)));
  }

  private ApiTokenService.NewToken generate(Account account, TokenRequest body, Instant now) {
    if (body.role() == null) {
      throw RequestContext.invalid("role", Rule.REQUIRED, "is missing");
    }
    try {
      return apiTokens.generate(
          account, body.name() == null ? "" : body.name(), body.role(), now, body.expires());
    } catch (FieldViolationException e) {
      throw RequestContext.invalid(e.of(e.field().replaceFirst("^tokens\\.", "")));
    }
  }
}
