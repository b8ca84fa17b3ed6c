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
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /api/manage/polls}: polls with their results, making and changing them. */
public final class PollManageRoutes implements RouteProvider {
  private static final String POLL = "poll";
  private static final String SITE = "site";
  private static final String ALL = "/polls";
  private static final String ONE = ALL + "/:" + POLL;
  private static final List<Phase> ORDER =
      List.of(Phase.OPEN, Phase.SCHEDULED, Phase.DRAFT, Phase.CLOSED);

  private final ManageSources sources;
  private final PollService editor;
  private final PollHistory history;
  private final ExportResponder exportResponder;
  private final OriginPolicy originPolicy;
  private final Clock clock;

  /** How a poll stood, the earliest first. */
  private record Course(List<PollHistory.Point> points) {}

  /**
   * The routes.
   *
   * @param originPolicy tells at which address a caller reaches us, for the code to paste
   */
  public PollManageRoutes(
      ManageSources sources,
      ClickHouseQueryRunner clickHouseQueryRunner,
      ExportResponder exportResponder,
      OriginPolicy originPolicy,
      Clock clock) {
    this.exportResponder = exportResponder;
    this.sources = sources;
    this.editor = new PollService(sources, clock);
    this.history = new PollHistory(clickHouseQueryRunner);
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
    routes.add(GET, ONE + "/history", RequiredAccess.VIEW, this::siteOfPoll, this::history);
  }

  /** Open ones first. */
  private void list(RequestContext requestContext) {
    String site = requestContext.query(SITE);
    if (site != null
        && !sources.sites().get(site).map(s -> sees(requestContext, s)).orElse(false)) {
      throw Problem.notFound("There is no site of that name that you may see.").asException();
    }
    Instant now = clock.instant();
    var polls =
        sources.polls().all().stream()
            .filter(poll -> site == null || poll.site().equals(site))
            .filter(poll -> sees(requestContext, siteOf(poll)))
            .sorted(
                Comparator.comparingInt((Poll poll) -> ORDER.indexOf(poll.phaseAt(now)))
                    .thenComparing(Poll::id))
            .map(poll -> entry(requestContext, poll))
            .toList();
    exportResponder.of(
        requestContext,
        polls,
        (list, language) -> PollExport.list(list, this::zoneOf, language),
        () -> requestContext.json(polls));
  }

  private void create(RequestContext requestContext) {
    answer(requestContext, 201, editor.create(requestContext));
  }

  private void read(RequestContext requestContext) {
    Poll poll = poll(requestContext);
    ManagedPollResponse entry = entry(requestContext, poll);
    exportResponder.of(
        requestContext, entry, PollExport::result, () -> requestContext.entry(200, poll, entry));
  }

  private void change(RequestContext requestContext) {
    answer(requestContext, 200, editor.change(requestContext, requestContext.path(POLL)));
  }

  private void close(RequestContext requestContext) {
    answer(requestContext, 200, editor.close(requestContext, requestContext.path(POLL)));
  }

  private void remove(RequestContext requestContext) {
    requestContext.done(editor.remove(requestContext, requestContext.path(POLL)));
  }

  private void history(RequestContext requestContext) {
    ManagedPollResponse entry = entry(requestContext, poll(requestContext));
    exportResponder.of(
        requestContext,
        history.of(entry.id(), tally(entry.id())).map(Course::new),
        (course, language) -> PollExport.history(entry, course.points(), zoneOf(entry), language));
  }

  private ZoneId zoneOf(ManagedPollResponse poll) {
    return sources.sites().get(poll.site()).map(Site::zone).orElse(Site.DEFAULT_ZONE);
  }

  private void answer(RequestContext requestContext, int status, Future<Poll> written) {
    requestContext.after(
        written, poll -> requestContext.entry(status, poll, entry(requestContext, poll)));
  }

  private ManagedPollResponse entry(RequestContext requestContext, Poll poll) {
    return ManagedPollResponse.of(
        poll,
        tally(poll.id()),
        clock.instant(),
        requestContext.caller().roleFor(siteOf(poll)),
        PollEmbed.of(poll, originPolicy.own(requestContext.context().request())));
  }

  private PollTally tally(String poll) {
    return sources.tallies().get(poll).orElseGet(() -> PollTally.none(poll));
  }

  private Poll poll(RequestContext requestContext) {
    return sources
        .polls()
        .get(requestContext.path(POLL))
        .orElseThrow(() -> Problem.notFound("There is no such poll.").asException());
  }

  /** A poll can be there before its site is registered; then it is for administrators. */
  private Site siteOf(Poll poll) {
    return sources
        .sites()
        .get(poll.site())
        .orElseGet(() -> Site.of(poll.site(), Site.DEFAULT_ZONE));
  }

  private List<Site> siteOfPoll(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(POLL))
        .flatMap(sources.polls()::get)
        .map(poll -> List.of(siteOf(poll)))
        .orElse(List.of());
  }

  private List<Site> siteOfBody(RoutingContext context) {
    String site = RequestContext.objectOf(context).path(SITE).asText();
    if (site.isEmpty()) {
      throw RequestContext.invalid(SITE, Rule.REQUIRED, "is missing");
    }
    return sources.sites().get(site).stream().toList();
  }

  private static boolean sees(RequestContext requestContext, Site site) {
    return requestContext.caller().allows(Role.VIEWER, site);
  }
}
