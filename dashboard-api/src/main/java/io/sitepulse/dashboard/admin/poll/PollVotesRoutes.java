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
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code /api/manage/polls/:poll/votes}: the ledger of a poll's votes, the share of the network
 * with most of them, the busiest minutes and the votes over time, so that votes in mass are seen.
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
    Poll poll =
        sources
            .polls()
            .get(requestContext.path(POLL))
            .orElseThrow(() -> AccessProblems.notFound(POLL));
    String id = poll.id();
    PollTally tally = sources.tallies().get(id).orElseGet(() -> PollTally.none(id));
    ZoneOffset offset = sources.siteOf(poll).zone().getRules().getOffset(tally.asOf());
    Future<List<PollVotesResponse.Minute>> minutes = ballots.busiestMinutes(id);
    Future<VoteSeries> series = ballots.series(id, offset);
    requestContext.json(
        Future.all(minutes, series)
            .map(
                both ->
                    new PollVotesResponse(
                        tally.ledger(), shares.of(id), minutes.result(), series.result())));
  }

  private List<Site> siteOfPoll(RoutingContext context) {
    return sources.siteOfPoll(context.pathParam(POLL));
  }
}
