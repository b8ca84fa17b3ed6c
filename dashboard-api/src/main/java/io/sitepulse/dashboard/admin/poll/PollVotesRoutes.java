package io.sitepulse.dashboard.admin.poll;

import static io.vertx.core.http.HttpMethod.GET;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.widget.poll.NetworkShares;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * {@code /api/manage/polls/:poll/votes}: the ledger of a poll's votes, the share of the network
 * with most of them and the busiest minutes, so that votes in mass are seen.
 */
public final class PollVotesRoutes implements RouteProvider {
  private static final String POLL = "poll";

  private final ManageSources sources;
  private final BallotQueries ballots;
  private final NetworkShares shares;

  public PollVotesRoutes(
      ManageSources sources, ClickHouseQueryRunner clickHouseQueryRunner, NetworkShares shares) {
    this.sources = sources;
    this.ballots = new BallotQueries(clickHouseQueryRunner);
    this.shares = shares;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(
        GET, "/polls/:" + POLL + "/votes", RequiredAccess.VIEW, this::siteOfPoll, this::read);
  }

  private void read(RequestContext requestContext) {
    String poll =
        sources
            .polls()
            .get(requestContext.path(POLL))
            .map(Poll::id)
            .orElseThrow(() -> AccessProblems.notFound(POLL));
    PollTally tally = sources.tallies().get(poll).orElseGet(() -> PollTally.none(poll));
    requestContext.json(
        ballots
            .busiestMinutes(poll)
            .map(minutes -> new PollVotesResponse(tally.ledger(), shares.of(poll), minutes)));
  }

  private List<Site> siteOfPoll(RoutingContext context) {
    return sources.siteOfPoll(context.pathParam(POLL));
  }
}
