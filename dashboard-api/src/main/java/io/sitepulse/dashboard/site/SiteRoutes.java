package io.sitepulse.dashboard.site;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.Turns;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.web.Origins;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code /api/manage/sites}: what sites there are, registering and changing them, and which takes
 * over which.
 */
public final class SiteRoutes implements ManageFeature {
  private static final String SITE = "site";
  private static final String PREDECESSOR = "predecessor";
  private static final String ALL = "/sites";
  private static final String ONE = ALL + "/:" + SITE;
  private static final String MERGE = ONE + "/predecessors/:" + PREDECESSOR;

  private final ManageSources sources;
  private final Successions successions;
  private final SiteEditor editor;
  private final Merger merger;
  private final Answers answers;
  private final Origins origins;

  /**
   * The routes.
   *
   * @param origins tells at which address a caller reaches us, for the code to paste
   */
  public SiteRoutes(
      ManageSources sources,
      Successions successions,
      Turns turns,
      Answers answers,
      Origins origins,
      Clock clock) {
    this.sources = sources;
    this.answers = answers;
    this.successions = successions;
    this.origins = origins;
    this.editor = new SiteEditor(sources, turns, clock);
    this.merger = new Merger(sources, successions, turns, clock);
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, Right.SIGNED_IN, this::list);
    routes.add(POST, ALL, Right.ADMINISTER, this::register);
    routes.add(GET, ONE, Right.VIEW, this::site, this::read);
    routes.add(PUT, ONE, Right.EDIT, this::site, this::change);
    routes.add(PUT, MERGE, Right.ADMINISTER, this::merge);
    routes.add(DELETE, MERGE, Right.ADMINISTER, this::part);
  }

  private void list(Call call) {
    var sites =
        sources.sites().all().stream()
            .filter(site -> call.caller().allows(Role.VIEWER, site))
            .sorted(Comparator.comparing(Site::id))
            .map(site -> entry(call, site))
            .toList();
    answers.of(
        call,
        sites,
        (list, language) -> SiteTables.sites(list, groupNames(), language),
        () -> call.json(sites));
  }

  private Map<String, String> groupNames() {
    return sources.groups().all().stream().collect(Collectors.toMap(Group::id, Group::name));
  }

  private void register(Call call) {
    answer(call, 201, editor.register(call));
  }

  private void read(Call call) {
    Site site = call.sites().get(0);
    call.entry(200, site, entry(call, site));
  }

  private void change(Call call) {
    answer(call, 200, editor.change(call, call.sites().get(0).id()));
  }

  private void merge(Call call) {
    answer(call, 200, merger.merge(call, call.path(SITE), call.path(PREDECESSOR)));
  }

  private void part(Call call) {
    call.done(merger.part(call, call.path(SITE), call.path(PREDECESSOR)));
  }

  private void answer(Call call, int status, Future<Site> written) {
    call.after(written, site -> call.entry(status, site, entry(call, site)));
  }

  private SiteEntry entry(Call call, Site site) {
    String origin = origins.own(call.context().request());
    return SiteEntry.of(site, successions.now(), call.caller(), origin);
  }

  private List<Site> site(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(SITE))
        .flatMap(sources.sites()::get)
        .map(List::of)
        .orElse(List.of());
  }
}
