package io.sitepulse.dashboard.admin.poll;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** {@code /api/manage/polls}: polls with their results. */
public final class PollManageRoutes implements RouteProvider {
  private static final String POLL = "poll";
  private static final String SITE = "site";
  private static final String TIME = "time";
  private static final String ALL = "/polls";
  private static final String ONE = ALL + "/:" + POLL;
  private static final List<Phase> ORDER =
      List.of(Phase.OPEN, Phase.SCHEDULED, Phase.DRAFT, Phase.CLOSED);

  private final ManageSources sources;
  private final PollService polls;
  private final PollHistoryQueries history;
  private final SetAsideService setAside;
  private final ExportResponder exportResponder;
  private final OriginPolicy originPolicy;
  private final Clock clock;

  /**
   * Creates the routes.
   *
   * @param votes takes corrections of ballots
   * @param originPolicy tells the origin of this server, for the HTML snippets
   */
  public PollManageRoutes(
      ManageSources sources,
      ClickHouseQueryRunner clickHouseQueryRunner,
      VoteProducer votes,
      ExportResponder exportResponder,
      OriginPolicy originPolicy,
      Clock clock) {
    this.exportResponder = exportResponder;
    this.sources = sources;
    this.polls = new PollService(sources, clock);
    this.history = new PollHistoryQueries(clickHouseQueryRunner);
    var ballots = new BallotQueries(clickHouseQueryRunner);
    this.setAside = new SetAsideService(sources, polls, ballots, votes, clock);
    this.originPolicy = originPolicy;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(POST, ALL, RequiredAccess.EDIT, this::siteOfBody, this::create);
    routes.add(GET, ONE, RequiredAccess.VIEW, this::siteOfPoll, this::read);
    routes.add(PUT, ONE, RequiredAccess.EDIT, this::siteOfPoll, this::change);
    routes.add(DELETE, ONE, RequiredAccess.EDIT, this::siteOfPoll, this::remove);
    routes.add(POST, ONE + "/close", RequiredAccess.EDIT, this::siteOfPoll, this::close);
    routes.add(POST, ONE + "/set-aside", RequiredAccess.ADMINISTER, this::setAside);
    routes.add(DELETE, ONE + "/set-aside/:" + TIME, RequiredAccess.ADMINISTER, this::countAgain);
    routes.add(GET, ONE + "/history", RequiredAccess.VIEW, this::siteOfPoll, this::history);
  }

  /** Lists open polls first. */
  private void list(RequestContext requestContext) {
    String site = requestContext.query(SITE);
    if (site != null
        && !sources.sites().get(site).map(s -> canView(requestContext, s)).orElse(false)) {
      throw AccessProblems.notFound("site");
    }
    Instant now = clock.instant();
    var responses =
        sources.polls().all().stream()
            .filter(poll -> site == null || poll.site().equals(site))
            .filter(poll -> canView(requestContext, sources.siteOf(poll)))
            .sorted(
                Comparator.comparingInt(
                        (Poll poll) ->
                            ORDER.indexOf(poll.phaseAt(now, sources.siteOf(poll).archived())))
                    .thenComparing(Poll::id))
            .map(poll -> responseFor(requestContext, poll))
            .toList();
    exportResponder.of(
        requestContext,
        responses,
        (list, language) -> PollExport.list(list, this::zoneOf, language),
        () -> requestContext.json(responses));
  }

  private void create(RequestContext requestContext) {
    respond(
        requestContext,
        201,
        polls.create(requestContext.body(PollRequest.class), requestContext.caller().author()));
  }

  private void read(RequestContext requestContext) {
    Poll poll = polls.get(requestContext.path(POLL));
    ManagedPollResponse response = responseFor(requestContext, poll);
    exportResponder.of(
        requestContext,
        response,
        (found, language) -> PollExport.result(found, zoneOf(poll), language),
        () -> requestContext.entity(200, poll, response));
  }

  private void change(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        polls.update(
            requestContext.path(POLL),
            requestContext.patch(),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void close(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        polls.close(
            requestContext.path(POLL),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void setAside(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        setAside.add(
            requestContext.context().vertx(),
            requestContext.path(POLL),
            requestContext.body(SetAsideRequest.class),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void countAgain(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        setAside.remove(
            requestContext.context().vertx(),
            requestContext.path(POLL),
            requestContext.path(TIME),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void remove(RequestContext requestContext) {
    requestContext.noContent(
        polls.remove(
            requestContext.path(POLL),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void history(RequestContext requestContext) {
    Poll poll = polls.get(requestContext.path(POLL));
    exportResponder.of(
        requestContext,
        history.of(poll.id(), tally(poll.id())).map(PollHistoryResponse::new),
        (found, language) -> PollExport.history(poll, found.points(), zoneOf(poll), language));
  }

  private ZoneId zoneOf(Poll poll) {
    return sources.sites().get(poll.site()).map(Site::zone).orElse(Site.DEFAULT_ZONE);
  }

  private void respond(RequestContext requestContext, int status, Future<Poll> written) {
    requestContext.respond(
        written, poll -> requestContext.entity(status, poll, responseFor(requestContext, poll)));
  }

  private ManagedPollResponse responseFor(RequestContext requestContext, Poll poll) {
    return ManagedPollResponse.of(
        poll,
        poll.phaseAt(clock.instant(), sources.siteOf(poll).archived()),
        tally(poll.id()),
        requestContext.caller().roleFor(sources.siteOf(poll)),
        PollEmbed.of(
            poll,
            originPolicy.ofPublic(requestContext.context().request()),
            requestContext.language()));
  }

  private PollTally tally(String poll) {
    return sources.tallies().get(poll).orElseGet(() -> PollTally.none(poll));
  }

  private List<Site> siteOfPoll(RoutingContext context) {
    return sources.siteOfPoll(context.pathParam(POLL));
  }

  private List<Site> siteOfBody(RoutingContext context) {
    String site = RequestContext.objectOf(context).path(SITE).asText();
    if (site.isEmpty()) {
      throw RequestContext.invalid(SITE, Rule.REQUIRED, "is missing");
    }
    return sources.sites().get(site).stream().toList();
  }

  private static boolean canView(RequestContext requestContext, Site site) {
    return requestContext.caller().allows(Role.VIEWER, site);
  }
}
