package io.sitepulse.dashboard.report;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How all sites stand, and the reports on some of them. */
public final class ReportRoutes implements ManageFeature {
  /** The overview does not wait longer for a ClickHouse that hangs. */
  private static final long OVERVIEW_SECONDS = 3;

  private final Table<Site> sites;
  private final ClickHouseReports reports;
  private final ReportQueue queue;
  private final LiveOverview live;
  private final Answers answers;

  /** Shows a report as tables. */
  private interface Shown<T> extends BiFunction<ReportTables, T, Export> {}

  public ReportRoutes(
      Table<Site> sites,
      ClickHouseReports reports,
      ReportQueue queue,
      LiveOverview live,
      Answers answers) {
    this.answers = answers;
    this.sites = sites;
    this.reports = reports;
    this.queue = queue;
    this.live = live;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    var scope = new ScopeSites(sites);
    routes.add(HttpMethod.GET, "/overview", Right.SIGNED_IN, this::overview);
    routes.add(HttpMethod.GET, "/live", Right.SIGNED_IN, live::open);
    routes.add(
        HttpMethod.GET,
        "/reports/summary",
        Right.VIEW,
        scope,
        answer(reports::summary, ReportTables::summary));
    routes.add(
        HttpMethod.GET,
        "/reports/course",
        Right.VIEW,
        scope,
        answer(reports::course, ReportTables::course));
    routes.add(
        HttpMethod.GET,
        "/reports/hours",
        Right.VIEW,
        scope,
        answer(reports::hours, ReportTables::hours));
    routes.add(HttpMethod.GET, "/reports/breakdown", Right.VIEW, scope, this::breakdown);
    routes.add(
        HttpMethod.GET,
        "/reports/ledger",
        Right.VIEW,
        scope,
        answer(reports::ledger, ReportTables::ledger));
  }

  private void overview(Call call) {
    Comparison comparison = Question.comparison(call);
    List<Site> visible =
        sites.all().stream().filter(site -> call.caller().allows(Role.VIEWER, site)).toList();
    answers.of(
        call,
        queue
            .make(call, () -> reports.overview(visible, comparison))
            .timeout(OVERVIEW_SECONDS, TimeUnit.SECONDS)
            .recover(
                failure ->
                    failure instanceof TimeoutException
                        ? Future.succeededFuture(reports.liveOverview(visible))
                        : Future.failedFuture(failure)),
        OverviewTables::of);
  }

  private void breakdown(Call call) {
    Question question = Question.of(call);
    Dimension dimension = call.query("dimension", "", Dimension::parse);
    Listing listing = Listing.of(call);
    answers.of(
        call,
        queue.make(call, () -> reports.breakdown(question, dimension, listing)),
        (values, language) -> new ReportTables(question, language).breakdown(values));
  }

  private <T> ManageRoutes.ManageHandler answer(Function<Question, T> report, Shown<T> shown) {
    return call -> {
      Question question = Question.of(call);
      answers.of(
          call,
          queue.make(call, () -> report.apply(question)),
          (made, language) -> shown.apply(new ReportTables(question, language), made));
    };
  }
}
