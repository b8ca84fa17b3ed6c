package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import java.util.function.Predicate;

/** Which sites a caller may see. */
final class VisibleSites {
  private VisibleSites() {}

  static Predicate<Site> to(Caller caller) {
    return site -> caller.allows(Role.VIEWER, site);
  }
}
