package io.sitepulse.dashboard.poll.manage;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.manage.Store;
import io.sitepulse.dashboard.web.Origins;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /api/manage/polls}: polls with their results, making and changing them. */
public final class PollManageRoutes implements ManageFeature {
  private static final String POLL = "poll";
  private static final String SITE = "site";
  private static final String ALL = "/polls";
  private static final String ONE = ALL + "/:" + POLL;
  private static final List<Phase> ORDER =
      List.of(Phase.OPEN, Phase.SCHEDULED, Phase.DRAFT, Phase.CLOSED);

  private final ManageSources sources;
  private final PollEditor editor;
  private final PollHistory history;
  private final Answers answers;
  private final Origins origins;
  private final Clock clock;

  /** How a poll stood, the earliest first. */
  private record Course(List<PollHistory.Point> points) {}

  /**
   * The routes.
   *
   * @param origins tells at which address a caller reaches us, for the code to paste
   */
  public PollManageRoutes(
      ManageSources sources, Store store, Answers answers, Origins origins, Clock clock) {
    this.answers = answers;
    this.sources = sources;
    this.editor = new PollEditor(sources, clock);
    this.history = new PollHistory(store);
    this.origins = origins;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, Right.SIGNED_IN, this::list);
    routes.add(POST, ALL, Right.EDIT, this::siteOfBody, this::create);
    routes.add(GET, ONE, Right.VIEW, this::siteOfPoll, this::read);
    routes.add(PUT, ONE, Right.EDIT, this::siteOfPoll, this::change);
    routes.add(DELETE, ONE, Right.EDIT, this::siteOfPoll, this::remove);
    routes.add(POST, ONE + "/close", Right.EDIT, this::siteOfPoll, this::close);
    routes.add(GET, ONE + "/history", Right.VIEW, this::siteOfPoll, this::history);
  }

  /** Open ones first. */
  private void list(Call call) {
    String site = call.query(SITE);
    if (site != null && !sources.sites().get(site).map(s -> sees(call, s)).orElse(false)) {
      throw Problem.notFound("There is no site of that name that you may see.").asException();
    }
    Instant now = clock.instant();
    var polls =
        sources.polls().all().stream()
            .filter(poll -> site == null || poll.site().equals(site))
            .filter(poll -> sees(call, siteOf(poll)))
            .sorted(
                Comparator.comparingInt((Poll poll) -> ORDER.indexOf(poll.phaseAt(now)))
                    .thenComparing(Poll::id))
            .map(poll -> entry(call, poll))
            .toList();
    answers.of(
        call,
        polls,
        (list, language) -> PollTables.list(list, this::zoneOf, language),
        () -> call.json(polls));
  }

  private void create(Call call) {
    answer(call, 201, editor.create(call));
  }

  private void read(Call call) {
    Poll poll = poll(call);
    PollEntry entry = entry(call, poll);
    answers.of(call, entry, PollTables::result, () -> call.entry(200, poll, entry));
  }

  private void change(Call call) {
    answer(call, 200, editor.change(call, call.path(POLL)));
  }

  private void close(Call call) {
    answer(call, 200, editor.close(call, call.path(POLL)));
  }

  private void remove(Call call) {
    call.done(editor.remove(call, call.path(POLL)));
  }

  private void history(Call call) {
    PollEntry entry = entry(call, poll(call));
    answers.of(
        call,
        history.of(entry.id(), tally(entry.id())).map(Course::new),
        (course, language) -> PollTables.history(entry, course.points(), zoneOf(entry), language));
  }

  private ZoneId zoneOf(PollEntry poll) {
    return sources.sites().get(poll.site()).map(Site::zone).orElse(Site.DEFAULT_ZONE);
  }

  private void answer(Call call, int status, Future<Poll> written) {
    call.after(written, poll -> call.entry(status, poll, entry(call, poll)));
  }

  private PollEntry entry(Call call, Poll poll) {
    return PollEntry.of(
        poll,
        tally(poll.id()),
        clock.instant(),
        call.caller().roleFor(siteOf(poll)),
        PollEmbed.of(poll, origins.own(call.context().request())));
  }

  private PollTally tally(String poll) {
    return sources.tallies().get(poll).orElseGet(() -> PollTally.none(poll));
  }

  private Poll poll(Call call) {
    return sources
        .polls()
        .get(call.path(POLL))
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
    String site = Call.objectOf(context).path(SITE).asText();
    if (site.isEmpty()) {
      throw Call.invalid(SITE, Rule.REQUIRED, "is missing");
    }
    return sources.sites().get(site).stream().toList();
  }

  private static boolean sees(Call call, Site site) {
    return call.caller().allows(Role.VIEWER, site);
  }
}
