package io.sitepulse.contract.account;

import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;

/**
 * A role for some sites.
 *
 * @param scope for which
 * @param role which
 */
public record Grant(Scope scope, Role role) {
  public Grant {
    Require.present(scope, "grants.scope");
    Require.present(role, "grants.role");
  }

  /** Whether it lets its owner act in a role for a site. */
  public boolean allows(Role wanted, Site site) {
    return role.includes(wanted) && scope.contains(site);
  }
}
