package io.sitepulse.dashboard.manage;

import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;

/** Everything under {@code /api/manage}: the features, and who may reach them. */
public final class Management {
  private final Authenticator authenticator;
  private final List<RouteProvider> features;
  private final List<ManageRoute> routes = new ArrayList<>();

  public Management(Authenticator authenticator, List<RouteProvider> features) {
    this.authenticator = authenticator;
    this.features = List.copyOf(features);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    var manage = new ManageRoutes(router, authenticator);
    features.forEach(feature -> feature.addTo(manage));
    manage.close();
    routes.addAll(manage.all());
  }

  /** All routes, once mounted. */
  public List<ManageRoute> routes() {
    return List.copyOf(routes);
  }
}
