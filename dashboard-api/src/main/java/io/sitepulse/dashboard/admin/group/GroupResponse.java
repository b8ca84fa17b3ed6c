package io.sitepulse.dashboard.admin.group;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.EntityTag;
import java.util.Collection;

/**
 * A group of sites.
 *
 * @param sites number of its sites that the caller may view
 * @param revision changes with the definition
 */
record GroupResponse(String id, String name, int position, long sites, String revision) {

  static GroupResponse of(Group group, Collection<Site> sites, Caller caller) {
    long visible =
        sites.stream()
            .filter(site -> group.id().equals(site.group()))
            .filter(site -> caller.allows(Role.VIEWER, site))
            .count();
    return new GroupResponse(
        group.id(), group.name(), group.position(), visible, EntityTag.of(group));
  }
}
