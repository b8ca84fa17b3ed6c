package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/manage/sign-in}: the sign-in methods that the sign-in page offers. */
public final class SignInRoutes implements RouteProvider {
  private final AccountService accounts;
  private final boolean local;
  private final Optional<SignInProvider> oidc;

  /**
   * An OpenID Connect provider.
   *
   * @param name label of its button
   */
  public record SignInProvider(String name) {}

  /**
   * The available sign-in methods.
   *
   * @param setup true while the first administrator has not been created
   */
  record SignInMethodsResponse(boolean local, @Nullable SignInProvider oidc, boolean setup) {}

  /**
   * Creates the routes.
   *
   * @param local false if passwords are switched off
   */
  public SignInRoutes(AccountService accounts, boolean local, Optional<SignInProvider> oidc) {
    this.accounts = accounts;
    this.local = local;
    this.oidc = oidc;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/sign-in", RequiredAccess.OPEN, this::show);
  }

  private void show(RequestContext requestContext) {
    requestContext.json(new SignInMethodsResponse(local, oidc.orElse(null), accounts.isEmpty()));
  }
}
