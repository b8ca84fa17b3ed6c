package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.account.Accounts;
import io.sitepulse.dashboard.change.ChangeRoutes;
import io.sitepulse.dashboard.counter.CounterFeeds;
import io.sitepulse.dashboard.counter.CounterRoutes;
import io.sitepulse.dashboard.counter.LiveCounters;
import io.sitepulse.dashboard.definition.Turns;
import io.sitepulse.dashboard.embed.EmbedRoutes;
import io.sitepulse.dashboard.embed.PollPage;
import io.sitepulse.dashboard.embed.PollPageHandler;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.live.EventStreams;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Management;
import io.sitepulse.dashboard.manage.Store;
import io.sitepulse.dashboard.poll.BallotBox;
import io.sitepulse.dashboard.poll.LivePolls;
import io.sitepulse.dashboard.poll.NetworkLimit;
import io.sitepulse.dashboard.poll.PollFeeds;
import io.sitepulse.dashboard.poll.PollRoutes;
import io.sitepulse.dashboard.poll.VoterCookies;
import io.sitepulse.dashboard.poll.VoterTokens;
import io.sitepulse.dashboard.poll.Voting;
import io.sitepulse.dashboard.poll.manage.PollManageRoutes;
import io.sitepulse.dashboard.report.Reporting;
import io.sitepulse.dashboard.report.ScopeSites;
import io.sitepulse.dashboard.review.Gathering;
import io.sitepulse.dashboard.review.ReviewRoutes;
import io.sitepulse.dashboard.site.GroupRoutes;
import io.sitepulse.dashboard.site.SiteRoutes;
import io.sitepulse.dashboard.site.Successions;
import io.sitepulse.dashboard.target.Attainment;
import io.sitepulse.dashboard.target.TargetRoutes;
import io.sitepulse.dashboard.web.DashboardFiles;
import io.sitepulse.dashboard.web.Origins;
import io.sitepulse.dashboard.web.StaticFiles;
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
  private final EventStreams streams;
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
      Table<Site> sites,
      Table<SiteCounters> counters,
      Table<Poll> polls,
      Table<PollTally> tallies,
      BallotBox box,
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
    var origins = new Origins(clients);
    var secret = config.votes().effectiveSecret();
    var tokens = new VoterTokens(secret);
    var cookies = new VoterCookies(tokens, origins);
    var limit = new NetworkLimit(config.votes().perNetworkMinute());
    var voting = new Voting(tokens, limit, sources.box(), metrics, clock);
    var successions = new Successions(sources.sites());
    var counters = new LiveCounters(sources.counters(), sources.sites(), successions, clock);
    var polls = new LivePolls(sources.polls(), sources.tallies(), sources.sites(), clock);
    this.streams = new EventStreams(config.live(), metrics);
    this.counterFeeds = new CounterFeeds(vertx, clock, config.live(), metrics, counters);
    this.pollFeeds = new PollFeeds(vertx, clock, config.live(), metrics, polls);
    this.counterRoutes = new CounterRoutes(counters, counterFeeds, streams);
    this.pollRoutes =
        new PollRoutes(
            polls, pollFeeds, streams, cookies, tokens, voting, origins, clients, metrics);
    var page = new PollPage(polls, tokens, cookies, secret, clock);
    this.embedRoutes =
        new EmbedRoutes(
            counters, new PollPageHandler(polls, cookies, voting, origins, clients, metrics, page));
    this.files = new BlockingPool(vertx, "files", FILE_THREADS, registry);
    var answers = new Answers(files);
    this.accounts =
        new Accounts(
            vertx, config.accounts(), sources.manage(), clients, origins, answers, registry, clock);
    this.reporting =
        new Reporting(
            vertx,
            config.reports(),
            config.live(),
            sources.manage(),
            successions,
            streams,
            answers,
            registry,
            clock);
    var features = new ArrayList<>(accounts.features());
    this.pool = new BlockingPool(vertx, "manage", STORE_THREADS, registry);
    var store = new Store(sources.manage().jdbi(), pool);
    features.addAll(
        features(
            sources.manage(), store, reporting::reached, successions, answers, origins, clock));
    features.add(reporting.feature());
    features.add(review(sources.manage(), answers, clock));
    this.management = new Management(accounts.callers(), features);
  }

  private static List<ManageFeature> features(
      ManageSources sources,
      Store store,
      Attainment attainment,
      Successions successions,
      Answers answers,
      Origins origins,
      Clock clock) {
    var siteTurns = new Turns();
    return List.of(
        new GroupRoutes(sources, siteTurns, answers),
        new SiteRoutes(sources, successions, siteTurns, answers, origins, clock),
        new PollManageRoutes(sources, store, answers, origins, clock),
        new TargetRoutes(sources, attainment, answers),
        new ChangeRoutes(store, answers));
  }

  private ReviewRoutes review(ManageSources sources, Answers answers, Clock clock) {
    return new ReviewRoutes(
        new Gathering(sources, reporting.reports(), reporting::goals),
        new ScopeSites(sources.sites()),
        reporting.queue()::make,
        answers,
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
