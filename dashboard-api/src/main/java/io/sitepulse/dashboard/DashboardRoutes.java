package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.admin.change.ChangeRoutes;
import io.sitepulse.dashboard.admin.group.GroupRoutes;
import io.sitepulse.dashboard.admin.poll.PollManageRoutes;
import io.sitepulse.dashboard.admin.site.SiteRoutes;
import io.sitepulse.dashboard.admin.target.TargetProgressLookup;
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
import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.dashboard.report.ScopeSites;
import io.sitepulse.dashboard.report.http.Reporting;
import io.sitepulse.dashboard.review.ReviewLoader;
import io.sitepulse.dashboard.review.ReviewRoutes;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.dashboard.widget.counter.CounterFeeds;
import io.sitepulse.dashboard.widget.counter.CounterRoutes;
import io.sitepulse.dashboard.widget.counter.LiveCounters;
import io.sitepulse.dashboard.widget.embed.EmbedRoutes;
import io.sitepulse.dashboard.widget.embed.PollPage;
import io.sitepulse.dashboard.widget.embed.PollPageHandler;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.PollFeeds;
import io.sitepulse.dashboard.widget.poll.PollRoutes;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.sitepulse.dashboard.widget.poll.VoteRateLimiter;
import io.sitepulse.dashboard.widget.poll.VoteService;
import io.sitepulse.dashboard.widget.poll.VoterCookies;
import io.sitepulse.dashboard.widget.poll.VoterTokens;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Every address of this module, over tables and a ballot box that somebody else keeps. */
public final class DashboardRoutes {
  private static final int STORE_THREADS = 2;

  /** A document takes a second of a core, and tens of megabytes. */
  private static final int FILE_THREADS = 2;

  private final CounterFeeds counterFeeds;
  private final PollFeeds pollFeeds;
  private final SseConnections streams;
  private final CounterRoutes counterRoutes;
  private final PollRoutes pollRoutes;
  private final EmbedRoutes embedRoutes;
  private final Accounts accounts;
  private final Reporting reporting;
  private final Management management;
  private final BlockingPool pool;
  private final BlockingPool files;

  /** What the routes read and where votes go. */
  public record Sources(
      TopicTable<Site> sites,
      TopicTable<SiteCounters> counters,
      TopicTable<Poll> polls,
      TopicTable<PollTally> tallies,
      VoteProducer box,
      ManageSources manage) {}

  /** Assembles the routes; {@link #start} makes their streams live. */
  public DashboardRoutes(
      Vertx vertx,
      DashboardConfig config,
      Sources sources,
      DashboardMetrics metrics,
      MeterRegistry registry,
      Clock clock) {
    var clients = new ClientAddress(config.trustedProxies());
    var originPolicy = new OriginPolicy(clients);
    var secret = config.votes().effectiveSecret();
    var tokens = new VoterTokens(secret);
    var cookies = new VoterCookies(tokens, originPolicy);
    var limit = new VoteRateLimiter(config.votes().perNetworkMinute());
    var voting = new VoteService(tokens, limit, sources.box(), metrics, clock);
    var siteSuccessionCache = new SiteSuccessionCache(sources.sites());
    var counters =
        new LiveCounters(sources.counters(), sources.sites(), siteSuccessionCache, clock);
    var polls = new LivePolls(sources.polls(), sources.tallies(), sources.sites(), clock);
    this.streams = new SseConnections(config.live(), metrics);
    this.counterFeeds = new CounterFeeds(vertx, clock, config.live(), metrics, counters);
    this.pollFeeds = new PollFeeds(vertx, clock, config.live(), metrics, polls);
    this.counterRoutes = new CounterRoutes(counters, counterFeeds, streams);
    this.pollRoutes =
        new PollRoutes(
            polls, pollFeeds, streams, cookies, tokens, voting, originPolicy, clients, metrics);
    var page = new PollPage(polls, tokens, cookies, secret, clock);
    this.embedRoutes =
        new EmbedRoutes(
            counters,
            new PollPageHandler(polls, cookies, voting, originPolicy, clients, metrics, page));
    this.files = new BlockingPool(vertx, "files", FILE_THREADS, registry);
    var exportResponder = new ExportResponder(files);
    this.accounts =
        new Accounts(
            vertx,
            config.accounts(),
            sources.manage(),
            new Accounts.Http(clients, originPolicy, exportResponder),
            registry,
            clock);
    this.reporting =
        new Reporting(
            vertx,
            config.reports(),
            config.live(),
            sources.manage(),
            siteSuccessionCache,
            streams,
            exportResponder,
            registry,
            clock);
    var features = new ArrayList<>(accounts.routes());
    this.pool = new BlockingPool(vertx, "manage", STORE_THREADS, registry);
    var clickHouseQueryRunner = new ClickHouseQueryRunner(sources.manage().jdbi(), pool);
    features.addAll(
        features(
            sources.manage(),
            clickHouseQueryRunner,
            reporting::reached,
            siteSuccessionCache,
            exportResponder,
            originPolicy,
            clock));
    features.add(reporting.feature());
    features.add(review(sources.manage(), exportResponder, clock));
    this.management = new Management(accounts.authenticator(), features);
  }

  private static List<RouteProvider> features(
      ManageSources sources,
      ClickHouseQueryRunner clickHouseQueryRunner,
      TargetProgressLookup targetProgressLookup,
      SiteSuccessionCache siteSuccessionCache,
      ExportResponder exportResponder,
      OriginPolicy originPolicy,
      Clock clock) {
    var siteWrites = new SerialTaskQueue();
    return List.of(
        new GroupRoutes(sources, siteWrites, exportResponder),
        new SiteRoutes(
            sources, siteSuccessionCache, siteWrites, exportResponder, originPolicy, clock),
        new PollManageRoutes(sources, clickHouseQueryRunner, exportResponder, originPolicy, clock),
        new TargetRoutes(sources, targetProgressLookup, exportResponder),
        new ChangeRoutes(clickHouseQueryRunner, exportResponder));
  }

  private ReviewRoutes review(ManageSources sources, ExportResponder exportResponder, Clock clock) {
    return new ReviewRoutes(
        new ReviewLoader(sources, reporting.reports(), reporting::goals),
        new ScopeSites(sources.sites()),
        reporting.queue()::make,
        exportResponder,
        files,
        clock);
  }

  /** Signing in. */
  public Accounts accounts() {
    return accounts;
  }

  /** Reports. */
  public Reporting reporting() {
    return reporting;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    counterRoutes.mount(router);
    pollRoutes.mount(router);
    embedRoutes.mount(router);
    management.mount(router);
    StaticFiles.mount(router);
    DashboardFiles.mount(router);
  }

  /** Makes the event streams follow tables and clock. */
  public void start() {
    counterFeeds.start();
    pollFeeds.start();
    reporting.start();
  }

  /** Ends all event streams cleanly; browsers come back by themselves. */
  public Future<Void> close() {
    streams.close();
    pool.close();
    files.close();
    return Future.join(counterFeeds.close(), pollFeeds.close(), reporting.endStreams()).mapEmpty();
  }
}
