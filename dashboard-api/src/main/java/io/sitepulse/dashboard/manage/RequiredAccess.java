package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Role;
import org.jspecify.annotations.Nullable;

/** The access that a management route requires of its caller. */
public enum RequiredAccess {
  /** None, for sign-in itself. */
  OPEN(null),
  /** Authentication. The handler shows only what the caller may view. */
  SIGNED_IN(null),
  /** The viewer role for at least one of the request's sites. */
  VIEW(Role.VIEWER),
  /** The editor role for all visible sites of the request. */
  EDIT(Role.EDITOR),
  /** The rights of an administrator. */
  ADMINISTER(null);

  private final @Nullable Role role;

  RequiredAccess(@Nullable Role role) {
    this.role = role;
  }

  /** Returns the role for the sites of a request, or null if the route has no sites. */
  @Nullable Role role() {
    return role;
  }
}
