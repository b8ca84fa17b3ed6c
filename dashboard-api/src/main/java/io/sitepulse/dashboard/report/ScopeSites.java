package io.sitepulse.dashboard.report;

import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Finds the sites of the parameter {@code scope}. Without it: all sites. */
public final class ScopeSites implements ManageRoutes.Sites {
  static final String PARAMETER = "scope";

  private final TopicTable<Site> sites;

  public ScopeSites(TopicTable<Site> sites) {
    this.sites = sites;
  }

  @Override
  public List<Site> apply(RoutingContext context) {
    String text = context.queryParams().get(PARAMETER);
    try {
      Scope scope = text == null ? Scope.ALL : Scope.parse(text);
      return scope.kind() == Scope.Kind.SITE
          ? sites.get(scope.id()).stream().toList()
          : sites.all().stream().filter(scope::contains).toList();
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(PARAMETER, e);
    }
  }
}
