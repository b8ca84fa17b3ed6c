package io.sitepulse.dashboard.manage;

import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;

/** Mounts the routes of all features under {@code /api/manage}, with their access checks. */
public final class Management {
  private final Authenticator authenticator;
  private final List<RouteProvider> providers;
  private final List<ManageRoutes.Route> routes = new ArrayList<>();

  public Management(Authenticator authenticator, List<RouteProvider> providers) {
    this.authenticator = authenticator;
    this.providers = List.copyOf(providers);
  }

  public void mount(Router router) {
    var manage = new ManageRoutes(router, authenticator);
    providers.forEach(provider -> provider.addTo(manage));
    manage.close();
    routes.addAll(manage.all());
  }

  /** Returns all routes, once mounted. */
  public List<ManageRoutes.Route> routes() {
    return List.copyOf(routes);
  }
}
