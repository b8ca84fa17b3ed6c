package io.sitepulse.dashboard;

import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.widget.counter.CounterRoutes;
import io.sitepulse.dashboard.widget.counter.LiveCounters;
import io.sitepulse.dashboard.widget.embed.EmbedRoutes;
import io.sitepulse.dashboard.widget.embed.PollPage;
import io.sitepulse.dashboard.widget.embed.PollPageHandler;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.NetworkShares;
import io.sitepulse.dashboard.widget.poll.PollRoutes;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.sitepulse.dashboard.widget.poll.VoteRateLimiter;
import io.sitepulse.dashboard.widget.poll.VoteRoutes;
import io.sitepulse.dashboard.widget.poll.VoteService;
import io.sitepulse.dashboard.widget.poll.VoterCookies;
import io.sitepulse.dashboard.widget.poll.VoterTokens;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.ext.web.Router;
import java.time.Clock;

/** The public routes of counters and polls, and their pages for an iframe. */
final class WidgetRoutes {
  private final CounterRoutes counterRoutes;
  private final PollRoutes pollRoutes;
  private final VoteRoutes voteRoutes;
  private final EmbedRoutes embedRoutes;

  /** The data that widgets show, the producer that stores votes, and the counts by network. */
  record Sources(
      LiveCounters counters, LivePolls polls, VoteProducer votes, NetworkShares shares) {}

  WidgetRoutes(
      DashboardConfig config,
      Sources sources,
      SseConnections connections,
      MicrometerDashboardMetrics metrics,
      Clock clock) {
    LivePolls polls = sources.polls();
    var clients = new ClientAddress(config.trustedProxies());
    var origins = new OriginPolicy(clients);
    var secret = config.votes().effectiveSecret();
    var tokens = new VoterTokens(secret);
    var cookies = new VoterCookies(tokens, origins);
    var limiter =
        new VoteRateLimiter(
            config.votes().perNetworkMinute(), config.votes().perPollHour(), sources.shares());
    var votes = new VoteService(sources.polls(), tokens, limiter, sources.votes(), metrics, clock);
    var page = new PollPage(polls, tokens, cookies, secret, clock);
    var pageHandler = new PollPageHandler(polls, votes, origins, clients, metrics, page);
    this.counterRoutes = new CounterRoutes(sources.counters(), connections);
    this.pollRoutes = new PollRoutes(polls, connections, cookies, origins);
    this.voteRoutes = new VoteRoutes(polls, cookies, votes, origins, clients, metrics);
    this.embedRoutes = new EmbedRoutes(sources.counters(), pageHandler);
  }

  /** Adds the routes. */
  void mount(Router router) {
    counterRoutes.mount(router);
    pollRoutes.mount(router);
    voteRoutes.mount(router);
    embedRoutes.mount(router);
  }
}
