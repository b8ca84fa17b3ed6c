package io.sitepulse.dashboard.admin.group;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.EntityTag;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A group of sites.
 *
 * @param letterhead head and end of its official reports. Null if it has none
 * @param sites number of its sites that the caller may view
 * @param revision changes with the definition
 */
record GroupResponse(
    String id,
    String name,
    int position,
    @Nullable Letterhead letterhead,
    long sites,
    String revision) {

  static GroupResponse of(Group group, Collection<Site> sites, Caller caller) {
    long visible =
        sites.stream()
            .filter(site -> group.id().equals(site.group()))
            .filter(site -> caller.allows(Role.VIEWER, site))
            .count();
    return new GroupResponse(
        group.id(),
        group.name(),
        group.position(),
        group.letterhead(),
        visible,
        EntityTag.of(group));
  }
}
