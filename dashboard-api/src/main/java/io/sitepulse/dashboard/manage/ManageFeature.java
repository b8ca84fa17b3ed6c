package io.sitepulse.dashboard.manage;

/** A part of the management: its routes. */
public interface ManageFeature {
  /** Adds its routes. */
  void addTo(ManageRoutes routes);
}
