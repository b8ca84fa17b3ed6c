package io.sitepulse.dashboard.account;

import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page of signing in has to offer. */
final class SignInFeature implements ManageFeature {
  private final AccountBook book;
  private final Optional<Provider> oidc;

  /** A provider of identities, as its button says. */
  record Provider(String name) {}

  /**
   * The ways in.
   *
   * @param setup whether the first administrator is still to be made
   */
  record Ways(boolean local, @Nullable Provider oidc, boolean setup) {}

  SignInFeature(AccountBook book, Optional<Provider> oidc) {
    this.book = book;
    this.oidc = oidc;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/sign-in", Right.OPEN, this::show);
  }

  private void show(Call call) {
    call.json(new Ways(true, oidc.orElse(null), book.isEmpty()));
  }
}
