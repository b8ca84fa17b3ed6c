package io.sitepulse.dashboard.admin.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.EntityTag;
import io.sitepulse.dashboard.succession.SiteSuccession;
import io.sitepulse.dashboard.succession.SiteSuccession.Successor;
import org.jspecify.annotations.Nullable;

/**
 * A site, for its managers.
 *
 * @param site in JSON its fields without the schema version
 * @param successor the site that takes it over now or later, or null
 * @param role role of the caller
 * @param revision changes with the definition
 */
record SiteResponse(
    @JsonUnwrapped @JsonIgnoreProperties("v") Site site,
    @Nullable Successor successor,
    Role role,
    String revision,
    SiteEmbed embed) {

  static SiteResponse of(Site site, SiteSuccession siteSuccession, Caller caller, SiteEmbed embed) {
    return new SiteResponse(
        site,
        siteSuccession.successor(site.id()).orElse(null),
        caller.roleFor(site),
        EntityTag.of(site),
        embed);
  }
}
