package io.sitepulse.dashboard.target;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.http.ProblemException;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Right;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /api/manage/targets}. A target and how far it is reached speak of all sites of its scope,
 * so it is for those who may see, or edit, all of them.
 */
public final class TargetRoutes implements ManageFeature {
  private static final String TARGET = "target";
  private static final String SCOPE = "scope";
  private static final String ALL = "/targets";
  private static final String ONE = ALL + "/:" + TARGET;

  /** The latest first. */
  private static final Comparator<Target> ORDER =
      Comparator.comparing((Target target) -> target.period().from())
          .reversed()
          .thenComparing(target -> target.period().to())
          .thenComparing(target -> target.scope().toString())
          .thenComparing(Target::metric);

  /**
   * Stands for the sites of a group that has lost them all: its target is there, and administrators
   * can still take it away. Handlers refuse everybody else.
   */
  private static final List<Site> NO_SITES = List.of(Site.of("-", Site.DEFAULT_ZONE));

  private final ManageSources sources;
  private final TargetEditor editor;
  private final Attainment attainment;
  private final Answers answers;

  public TargetRoutes(ManageSources sources, Attainment attainment, Answers answers) {
    this.answers = answers;
    this.sources = sources;
    this.editor = new TargetEditor(sources, this::sites);
    this.attainment = attainment;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, Right.SIGNED_IN, this::list);
    routes.add(POST, ALL, Right.EDIT, this::sitesOfBody, this::create);
    routes.add(GET, ONE, Right.VIEW, this::sitesOfTarget, this::read);
    routes.add(PUT, ONE, Right.EDIT, this::sitesOfTarget, this::change);
    routes.add(DELETE, ONE, Right.EDIT, this::sitesOfTarget, this::remove);
  }

  private void list(Call call) {
    String scope =
        call.query(SCOPE) == null ? "" : call.query(SCOPE, "all", Scope::parse).toString();
    int year = call.query("year", "0", TargetRoutes::year);
    var targets =
        sources.targets().all().stream()
            .filter(target -> scope.isEmpty() || target.scope().toString().equals(scope))
            .filter(target -> year == 0 || isIn(target, year))
            .filter(target -> may(call.caller(), Role.VIEWER, target.scope()))
            .sorted(ORDER)
            .toList();
    answers.of(
        call,
        reached(targets).map(actual -> targets.stream().map(t -> entry(call, t, actual)).toList()),
        TargetTables::of);
  }

  private void read(Call call) {
    Target target = editor.find(call.path(TARGET));
    if (!may(call.caller(), Role.VIEWER, target.scope())) {
      throw TargetEditor.gone();
    }
    answer(call, 200, Future.succeededFuture(target));
  }

  private void create(Call call) {
    answer(call, 201, editor.create(call));
  }

  private void change(Call call) {
    answer(call, 200, editor.change(call, call.path(TARGET)));
  }

  private void remove(Call call) {
    call.done(editor.remove(call, call.path(TARGET)));
  }

  private void answer(Call call, int status, Future<Target> written) {
    var both =
        written.compose(
            target -> reached(List.of(target)).map(actual -> Map.entry(target, actual)));
    call.after(
        both, one -> call.entry(status, one.getKey(), entry(call, one.getKey(), one.getValue())));
  }

  /** A target is worth reading also while nobody can tell how far it is reached. */
  private Future<Map<String, Long>> reached(List<Target> targets) {
    return attainment
        .of(targets)
        .recover(
            failure ->
                failure instanceof ProblemException e && e.problem().status() == 503
                    ? Future.succeededFuture(Map.of())
                    : Future.failedFuture(failure));
  }

  private TargetEntry entry(Call call, Target target, Map<String, Long> actual) {
    Role role = may(call.caller(), Role.EDITOR, target.scope()) ? Role.EDITOR : Role.VIEWER;
    return TargetEntry.of(target, name(call, target.scope()), actual.get(target.id()), role);
  }

  private String name(Call call, Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(Group::name).orElse(scope.id());
      case ALL -> call.language().of("Tất cả các trang", "All sites");
    };
  }

  private boolean may(Caller caller, Role role, Scope scope) {
    return TargetEditor.may(caller, role, sites(scope));
  }

  private List<Site> sites(Scope scope) {
    return sources.sites().all().stream().filter(scope::contains).toList();
  }

  private List<Site> sitesOfTarget(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(TARGET))
        .flatMap(sources.targets()::get)
        .map(target -> sites(target.scope()))
        .map(sites -> sites.isEmpty() ? NO_SITES : sites)
        .orElse(List.of());
  }

  private List<Site> sitesOfBody(RoutingContext context) {
    try {
      return sites(Scope.parse(Call.objectOf(context).path(SCOPE).asText(null)));
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
    }
  }

  private static boolean isIn(Target target, int year) {
    return target.period().from().getYear() <= year && target.period().to().getYear() >= year;
  }

  private static int year(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw new BrokenRule("year", Rule.PERIOD, "must be a year like 2026");
    }
    return Integer.parseInt(text);
  }
}
