package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Role;
import org.jspecify.annotations.Nullable;

/** What a management route asks of whoever calls it. */
public enum RequiredAccess {
  /** Nothing: signing in itself. */
  OPEN(null),
  /** To be signed in; the handler answers with what the caller may see. */
  SIGNED_IN(null),
  /** To see at least one of the sites it is about. */
  VIEW(Role.VIEWER),
  /** To be an editor of every site it is about. */
  EDIT(Role.EDITOR),
  /** To be an administrator. */
  ADMINISTER(null);

  private final @Nullable Role role;

  RequiredAccess(@Nullable Role role) {
    this.role = role;
  }

  /** The role for the sites a route is about; null where it is about none in particular. */
  @Nullable Role role() {
    return role;
  }
}
