package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.EntityTag;
import io.sitepulse.dashboard.succession.SiteSuccession;
import io.sitepulse.dashboard.succession.SiteSuccession.Successor;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as its managers read it.
 *
 * @param successor who takes it over, now or one day; or null
 * @param role what the caller may do
 * @param revision to tell whether it has been changed since
 * @param embed what to paste into its pages
 */
record SiteResponse(
    String id,
    String name,
    List<String> origins,
    ZoneId zone,
    @Nullable String group,
    @Nullable Baseline baseline,
    List<String> pageParameters,
    boolean archived,
    boolean sample,
    List<Predecessor> predecessors,
    @Nullable Successor successor,
    Role role,
    String revision,
    SiteEmbed embed) {

  static SiteResponse of(Site site, SiteSuccession siteSuccession, Caller caller, String origin) {
    return new SiteResponse(
        site.id(),
        site.name(),
        site.origins(),
        site.zone(),
        site.group(),
        site.baseline(),
        site.pageParameters(),
        site.archived(),
        site.sample(),
        site.predecessors(),
        siteSuccession.successor(site.id()).orElse(null),
        caller.roleFor(site),
        EntityTag.of(site),
        SiteEmbed.of(site, origin));
  }
}
