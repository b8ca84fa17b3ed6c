package io.sitepulse.dashboard.manage;

/** A part of the management: its routes. */
public interface RouteProvider {
  /** Adds its routes. */
  void addTo(ManageRoutes routes);
}
