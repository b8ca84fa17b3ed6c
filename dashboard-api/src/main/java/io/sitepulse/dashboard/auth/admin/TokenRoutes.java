package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.auth.session.BrowserOnly;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** One's own keys for programs. */
public final class TokenRoutes implements RouteProvider {
  private static final String PATH = "/tokens";

  private final AccountService book;
  private final ApiTokenService keys;
  private final ExportResponder exportResponder;
  private final Clock clock;

  public TokenRoutes(
      AccountService book, ApiTokenService keys, ExportResponder exportResponder, Clock clock) {
    this.exportResponder = exportResponder;
    this.book = book;
    this.keys = keys;
    this.clock = clock;
  }

  /** The body of making a key. */
  record NewToken(@Nullable String name, @Nullable Role role, @Nullable Instant expires) {}

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, PATH, RequiredAccess.SIGNED_IN, this::list);
    routes.add(HttpMethod.POST, PATH, RequiredAccess.SIGNED_IN, this::make);
    routes.add(HttpMethod.DELETE, PATH + "/:token", RequiredAccess.SIGNED_IN, this::remove);
  }

  private void list(RequestContext requestContext) {
    var tokens =
        requestContext.caller().account().tokens().stream().map(TokenResponse::of).toList();
    exportResponder.of(
        requestContext, tokens, AccountExport::tokens, () -> requestContext.json(tokens));
  }

  private void make(RequestContext requestContext) {
    Account account = BrowserOnly.require(requestContext).account();
    var body = requestContext.body(NewToken.class);
    Instant now = clock.instant();
    if (body.expires() != null && !now.isBefore(body.expires())) {
      throw RequestContext.invalid("expires", Rule.OVER, "is over already");
    }
    var made = made(account, body, now);
    var kept =
        book.change(
            account.id(),
            AccountService.author(account),
            "token.create",
            draft -> {
              var tokens = new ArrayList<>(draft.tokens);
              tokens.add(made.token());
              draft.tokens = tokens;
            });
    requestContext.after(
        kept, done -> requestContext.json(201, TokenResponse.of(made.token(), made.key())));
  }

  private void remove(RequestContext requestContext) {
    Account account = BrowserOnly.require(requestContext).account();
    String id = requestContext.path("token");
    requestContext.done(
        book.change(
            account.id(),
            AccountService.author(account),
            "token.remove",
            draft -> remove(draft, id)));
  }

  /** Takes a key away from an account. */
  static void remove(AccountDraft draft, String id) {
    var tokens = new ArrayList<>(draft.tokens);
    if (!tokens.removeIf(token -> token.id().equals(id))) {
      throw Problem.notFound("There is no such key.").asException();
    }
    draft.tokens = tokens;
  }

  private ApiTokenService.Made made(Account account, NewToken body, Instant now) {
    if (body.role() == null) {
      throw RequestContext.invalid("role", Rule.REQUIRED, "is missing");
    }
    try {
      return keys.make(
          account, body.name() == null ? "" : body.name(), body.role(), now, body.expires());
    } catch (FieldViolationException e) {
      throw RequestContext.broken(e.of(e.field().replaceFirst("^tokens\\.", "")));
    }
  }
}
