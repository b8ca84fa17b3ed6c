package io.sitepulse.contract.account;

import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;

/**
 * A role for some sites.
 *
 * @param scope sites
 * @param role role for these sites
 */
public record Grant(Scope scope, Role role) {
  public Grant {
    Require.present(scope, "grants.scope");
    Require.present(role, "grants.role");
  }

  /** Tells if the grant includes a role for a site. */
  public boolean allows(Role wanted, Site site) {
    return role.includes(wanted) && scope.contains(site);
  }
}
