package io.sitepulse.dashboard.total;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** HTTP route of the public total of a site, as JSON, CSV or XLSX. */
public final class TotalRoutes implements RouteProvider {
  private static final String SITE = "site";

  private final TopicTable<Site> sites;
  private final TotalService totals;
  private final ExportResponder exportResponder;

  public TotalRoutes(
      TopicTable<Site> sites,
      TopicTable<SiteCounters> counters,
      SiteSuccessionCache successions,
      ClickHouseQueryRunner clickHouseQueryRunner,
      ExportResponder exportResponder,
      Clock clock) {
    this.sites = sites;
    this.totals =
        new TotalService(counters, successions, new TotalQueries(clickHouseQueryRunner), clock);
    this.exportResponder = exportResponder;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(
        HttpMethod.GET, "/sites/:" + SITE + "/total", RequiredAccess.VIEW, this::site, this::read);
  }

  private void read(RequestContext requestContext) {
    boolean events = "true".equals(requestContext.query("events"));
    exportResponder.of(
        requestContext, totals.recount(requestContext.sites().get(0), events), TotalExport::of);
  }

  private List<Site> site(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(SITE))
        .flatMap(sites::get)
        .map(List::of)
        .orElse(List.of());
  }
}
