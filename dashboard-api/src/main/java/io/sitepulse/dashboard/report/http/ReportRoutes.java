package io.sitepulse.dashboard.report.http;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.clickhouse.ClickHouseReports;
import io.sitepulse.dashboard.report.export.Coverage;
import io.sitepulse.dashboard.report.export.OverviewExport;
import io.sitepulse.dashboard.report.export.ReportExport;
import io.sitepulse.dashboard.report.live.LiveOverview;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** HTTP routes of the overview and of reports, as JSON, CSV or XLSX. */
public final class ReportRoutes implements RouteProvider {
  /** Times after which the overview answers from live counters alone. */
  private static final ReportQueue.Limits OVERVIEW_LIMITS =
      new ReportQueue.Limits(Duration.ofSeconds(5), Duration.ofSeconds(3));

  private final TopicTable<Site> sites;
  private final ClickHouseReports reports;
  private final ReportQueue queue;
  private final LiveOverview live;
  private final ExportResponder exportResponder;

  /** Turns a report into the tables of a file. */
  private interface ToExport<T> extends BiFunction<ReportExport, T, Export> {}

  public ReportRoutes(
      TopicTable<Site> sites,
      ClickHouseReports reports,
      ReportQueue queue,
      LiveOverview live,
      ExportResponder exportResponder) {
    this.exportResponder = exportResponder;
    this.sites = sites;
    this.reports = reports;
    this.queue = queue;
    this.live = live;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    var scope = ReportQuery.sitesOfScope(sites);
    routes.add(HttpMethod.GET, "/overview", RequiredAccess.SIGNED_IN, this::overview);
    routes.add(HttpMethod.GET, "/live", RequiredAccess.SIGNED_IN, live::open);
    routes.add(
        HttpMethod.GET,
        "/reports/summary",
        RequiredAccess.VIEW,
        scope,
        answer(reports::summary, ReportExport::summary));
    routes.add(
        HttpMethod.GET,
        "/reports/course",
        RequiredAccess.VIEW,
        scope,
        answer(reports::timeSeries, ReportExport::timeSeries));
    routes.add(
        HttpMethod.GET,
        "/reports/hours",
        RequiredAccess.VIEW,
        scope,
        answer(reports::weekHeatMap, ReportExport::weekHeatMap));
    routes.add(HttpMethod.GET, "/reports/breakdown", RequiredAccess.VIEW, scope, this::breakdown);
    routes.add(
        HttpMethod.GET,
        "/reports/ledger",
        RequiredAccess.VIEW,
        scope,
        answer(reports::ledger, ReportExport::ledger));
    routes.add(
        HttpMethod.GET,
        "/reports/refused",
        RequiredAccess.VIEW,
        scope,
        answer(reports::refusedEvents, ReportExport::refusedEvents));
  }

  private void overview(RequestContext requestContext) {
    Comparison comparison = ReportQuery.comparison(requestContext);
    List<Site> visible =
        sites.all().stream()
            .filter(site -> requestContext.caller().allows(Role.VIEWER, site))
            .toList();
    exportResponder.of(
        requestContext,
        queue.run(
            requestContext,
            () -> reports.overview(visible, comparison),
            OVERVIEW_LIMITS,
            lateness ->
                reports.liveOverview(
                    visible,
                    lateness == ReportQueue.Lateness.BUSY ? Overview.Gap.BUSY : Overview.Gap.AWAY)),
        (overview, language) ->
            OverviewExport.of(
                overview, new Coverage(visible.size(), sites.all().size()), language));
  }

  private Coverage coverage(ReportQuery reportQuery) {
    long all = sites.all().stream().filter(reportQuery.scope()::contains).count();
    return new Coverage(reportQuery.sites().size(), (int) all);
  }

  private void breakdown(RequestContext requestContext) {
    ReportQuery reportQuery = ReportQuery.of(requestContext);
    Dimension dimension = requestContext.query("dimension", "", Dimension::parse);
    ListQuery listQuery = ListQuery.of(requestContext);
    exportResponder.of(
        requestContext,
        queue.run(requestContext, () -> reports.breakdown(reportQuery, dimension, listQuery)),
        (values, language) ->
            new ReportExport(reportQuery, language, coverage(reportQuery)).breakdown(values));
  }

  private <T> ManageRoutes.ManageHandler answer(
      Function<ReportQuery, T> report, ToExport<T> toExport) {
    return requestContext -> {
      ReportQuery reportQuery = ReportQuery.of(requestContext);
      exportResponder.of(
          requestContext,
          queue.run(requestContext, () -> report.apply(reportQuery)),
          (answer, language) ->
              toExport.apply(
                  new ReportExport(reportQuery, language, coverage(reportQuery)), answer));
    };
  }
}
