package io.sitepulse.dashboard.manage;

/** The management routes of a feature. */
public interface RouteProvider {
  void addTo(ManageRoutes routes);
}
