package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.dashboard.admin.change.ChangeRoutes;
import io.sitepulse.dashboard.admin.group.GroupRoutes;
import io.sitepulse.dashboard.admin.note.NoteRoutes;
import io.sitepulse.dashboard.admin.poll.PollManageRoutes;
import io.sitepulse.dashboard.admin.poll.PollVotesRoutes;
import io.sitepulse.dashboard.admin.site.SiteRoutes;
import io.sitepulse.dashboard.admin.target.TargetRoutes;
import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.DashboardFiles;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.http.StaticFiles;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Management;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.http.Reporting;
import io.sitepulse.dashboard.report.live.LiveOverview;
import io.sitepulse.dashboard.review.ReviewFiles;
import io.sitepulse.dashboard.review.ReviewLoader;
import io.sitepulse.dashboard.review.ReviewRoutes;
import io.sitepulse.dashboard.review.issued.IssuedReviewRoutes;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.state.StateRoutes;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.dashboard.total.TotalRoutes;
import io.sitepulse.dashboard.widget.counter.LiveCounters;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.NetworkShares;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All routes of the module, over topic tables and a vote producer that are passed in. */
public final class DashboardRoutes {
  private static final int CLICK_HOUSE_THREADS = 2;

  /** Rendering a document uses a core for about a second and tens of megabytes. */
  private static final int FILE_THREADS = 2;

  /** The producer that stores votes, and their counts by network. */
  private record Votes(VoteProducer producer, NetworkShares shares) {}

  private final MicrometerDashboardMetrics metrics;
  private final SseConnections connections;
  private final WidgetRoutes widgets;
  private final Accounts accounts;
  private final Reporting reporting;
  private final Management management;
  private final BlockingPool clickHousePool;
  private final BlockingPool filePool;

  /** Creates the routes. Event streams work after {@link #start}. */
  public DashboardRoutes(
      Vertx vertx,
      DashboardConfig config,
      ManageSources sources,
      VoteProducer votes,
      MeterRegistry registry,
      Clock clock) {
    var clients = new ClientAddress(config.trustedProxies());
    var origins = new OriginPolicy(clients, config.accounts().address());
    var successions = new SiteSuccessionCache(sources.sites());
    this.metrics = new MicrometerDashboardMetrics(registry);
    this.connections = new SseConnections(vertx, clock, config.live(), clients, metrics);
    this.clickHousePool = new BlockingPool(vertx, "manage", CLICK_HOUSE_THREADS, registry);
    this.filePool = new BlockingPool(vertx, "files", FILE_THREADS, registry);
    var exports = new ExportResponder(filePool);
    var shares = new NetworkShares(clock);
    this.widgets =
        new WidgetRoutes(
            config,
            widgetSources(sources, new Votes(votes, shares), successions, clock),
            connections,
            metrics,
            clock);
    this.accounts =
        new Accounts(
            vertx,
            config.accounts(),
            sources,
            new Accounts.Http(clients, origins, exports),
            registry,
            clock);
    this.reporting = new Reporting(vertx, config.reports(), sources, successions, registry, clock);
    this.management =
        new Management(
            accounts.authenticator(),
            features(sources, new Votes(votes, shares), successions, exports, origins, clock));
  }

  /** Adds the routes. */
  public void mount(Router router) {
    widgets.mount(router);
    management.mount(router);
    StaticFiles.mount(router);
    DashboardFiles.mount(router);
  }

  /** Starts the timers of the event streams. */
  public void start() {
    connections.start();
  }

  /** Ends all event streams cleanly, so that browsers reconnect, and closes the pools. */
  public Future<Void> close() {
    Future<Void> ended = connections.close();
    clickHousePool.close();
    filePool.close();
    return ended;
  }

  /** The accounts and their sign-in. */
  public Accounts accounts() {
    return accounts;
  }

  /** The reports. */
  public Reporting reporting() {
    return reporting;
  }

  /** The metrics of the module. */
  MicrometerDashboardMetrics metrics() {
    return metrics;
  }

  private static WidgetRoutes.Sources widgetSources(
      ManageSources sources, Votes votes, SiteSuccessionCache successions, Clock clock) {
    return new WidgetRoutes.Sources(
        new LiveCounters(sources.counters(), sources.sites(), successions, clock),
        new LivePolls(sources.polls(), sources.tallies(), sources.sites(), clock),
        votes.producer(),
        votes.shares());
  }

  private List<RouteProvider> features(
      ManageSources sources,
      Votes votes,
      SiteSuccessionCache successions,
      ExportResponder exports,
      OriginPolicy origins,
      Clock clock) {
    var queries = new ClickHouseQueryRunner(sources.jdbi(), clickHousePool);
    var siteTasks = new SerialTaskQueue();
    var features = new ArrayList<>(accounts.routes());
    features.add(new GroupRoutes(sources, siteTasks, exports));
    features.add(new SiteRoutes(sources, successions, siteTasks, exports, origins, clock));
    features.add(new PollManageRoutes(sources, queries, votes.producer(), exports, origins, clock));
    features.add(new PollVotesRoutes(sources, queries, votes.shares()));
    features.add(new TargetRoutes(sources, reporting::targetActuals, exports));
    features.add(new NoteRoutes(sources, exports));
    features.add(new ChangeRoutes(queries, exports));
    features.add(new StateRoutes(sources.sites(), queries, exports, clock));
    features.add(
        new TotalRoutes(sources.sites(), sources.counters(), successions, queries, exports, clock));
    features.add(
        reporting.routes(new LiveOverview(sources, successions, connections, clock), exports));
    var reviews = new ReviewLoader(sources, reporting.reports());
    var files = new ReviewFiles(exports, filePool);
    features.add(
        new ReviewRoutes(
            reviews,
            ReportQuery.sitesOfPastScope(sources.sites()),
            reporting.queue()::run,
            files,
            clock));
    features.add(new IssuedReviewRoutes(sources, reviews, reporting.queue()::run, files, clock));
    return features;
  }
}
