package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page of signing in has to offer. */
public final class SignInRoutes implements RouteProvider {
  private final AccountService book;
  private final Optional<Provider> oidc;

  /** A provider of identities, as its button says. */
  public record Provider(String name) {}

  /**
   * The ways in.
   *
   * @param setup whether the first administrator is still to be made
   */
  record Ways(boolean local, @Nullable Provider oidc, boolean setup) {}

  public SignInRoutes(AccountService book, Optional<Provider> oidc) {
    this.book = book;
    this.oidc = oidc;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/sign-in", RequiredAccess.OPEN, this::show);
  }

  private void show(RequestContext requestContext) {
    requestContext.json(new Ways(true, oidc.orElse(null), book.isEmpty()));
  }
}
