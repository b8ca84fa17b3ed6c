package io.sitepulse.dashboard.admin.target;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /api/manage/targets}. A target and its progress reveal figures of all sites of its scope,
 * so callers need the role for all of them.
 */
public final class TargetRoutes implements RouteProvider {
  private static final String TARGET = "target";
  private static final String SCOPE = "scope";
  private static final String ALL = "/targets";
  private static final String ONE = ALL + "/:" + TARGET;

  /** Latest period first. */
  private static final Comparator<Target> ORDER =
      Comparator.comparing((Target target) -> target.period().from())
          .reversed()
          .thenComparing(target -> target.period().to())
          .thenComparing(target -> target.scope().toString())
          .thenComparing(Target::metric);

  /**
   * Placeholder for the sites of a group that has none left. Administrators can still remove its
   * target. The handlers refuse all other callers.
   */
  private static final List<Site> NO_SITES = List.of(Site.of("-", Site.DEFAULT_ZONE));

  private final ManageSources sources;
  private final TargetService targets;
  private final TargetProgressLookup targetProgressLookup;
  private final ExportResponder exportResponder;

  public TargetRoutes(
      ManageSources sources,
      TargetProgressLookup targetProgressLookup,
      ExportResponder exportResponder) {
    this.exportResponder = exportResponder;
    this.sources = sources;
    this.targets = new TargetService(sources);
    this.targetProgressLookup = targetProgressLookup;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(POST, ALL, RequiredAccess.EDIT, this::sitesOfBody, this::create);
    routes.add(GET, ONE, RequiredAccess.VIEW, this::sitesOfTarget, this::read);
    routes.add(PUT, ONE, RequiredAccess.EDIT, this::sitesOfTarget, this::change);
    routes.add(DELETE, ONE, RequiredAccess.EDIT, this::sitesOfTarget, this::remove);
  }

  private void list(RequestContext requestContext) {
    String scope =
        requestContext.query(SCOPE) == null
            ? ""
            : requestContext.query(SCOPE, "all", Scope::parse).toString();
    int year = requestContext.query("year", "0", TargetRoutes::year);
    var listed =
        sources.targets().all().stream()
            .filter(target -> scope.isEmpty() || target.scope().toString().equals(scope))
            .filter(target -> year == 0 || isIn(target, year))
            .filter(target -> allows(requestContext.caller(), Role.VIEWER, target.scope()))
            .sorted(ORDER)
            .toList();
    exportResponder.of(
        requestContext,
        actuals(listed)
            .map(
                actual ->
                    listed.stream().map(t -> responseFor(requestContext, t, actual)).toList()),
        TargetExport::of);
  }

  private void read(RequestContext requestContext) {
    Target target = targets.get(requestContext.path(TARGET));
    if (!allows(requestContext.caller(), Role.VIEWER, target.scope())) {
      throw AccessProblems.notFound("target");
    }
    respond(requestContext, 200, Future.succeededFuture(target));
  }

  private void create(RequestContext requestContext) {
    respond(
        requestContext,
        201,
        targets.create(requestContext.body(TargetRequest.class), requestContext.caller()));
  }

  private void change(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        targets.update(
            requestContext.path(TARGET),
            requestContext.patch(),
            requestContext.precondition(),
            requestContext.caller()));
  }

  private void remove(RequestContext requestContext) {
    requestContext.noContent(
        targets.remove(
            requestContext.path(TARGET), requestContext.precondition(), requestContext.caller()));
  }

  private void respond(RequestContext requestContext, int status, Future<Target> written) {
    var withActual =
        written.compose(
            target -> actuals(List.of(target)).map(actual -> Map.entry(target, actual)));
    requestContext.respond(
        withActual,
        pair ->
            requestContext.entity(
                status,
                pair.getKey(),
                responseFor(requestContext, pair.getKey(), pair.getValue())));
  }

  /** Returns the actual counts, or none while ClickHouse is not available. */
  private Future<Map<String, Long>> actuals(List<Target> targets) {
    return targetProgressLookup
        .of(targets)
        .recover(
            failure ->
                failure instanceof ProblemException e && e.problem().status() == 503
                    ? Future.succeededFuture(Map.of())
                    : Future.failedFuture(failure));
  }

  private TargetResponse responseFor(
      RequestContext requestContext, Target target, Map<String, Long> actual) {
    Role role =
        allows(requestContext.caller(), Role.EDITOR, target.scope()) ? Role.EDITOR : Role.VIEWER;
    return TargetResponse.of(
        target, name(requestContext, target.scope()), actual.get(target.id()), role);
  }

  private String name(RequestContext requestContext, Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(Group::name).orElse(scope.id());
      case ALL -> requestContext.language().of("Tất cả các trang", "All sites");
    };
  }

  private boolean allows(Caller caller, Role role, Scope scope) {
    return TargetService.allows(caller, role, targets.sitesOf(scope));
  }

  private List<Site> sitesOfTarget(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(TARGET))
        .flatMap(sources.targets()::get)
        .map(target -> targets.sitesOf(target.scope()))
        .map(sites -> sites.isEmpty() ? NO_SITES : sites)
        .orElse(List.of());
  }

  private List<Site> sitesOfBody(RoutingContext context) {
    try {
      return targets.sitesOf(
          Scope.parse(RequestContext.objectOf(context).path(SCOPE).asText(null)));
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  private static boolean isIn(Target target, int year) {
    return target.period().from().getYear() <= year && target.period().to().getYear() >= year;
  }

  private static int year(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw new FieldViolationException("year", Rule.PERIOD, "must be a year like 2026");
    }
    return Integer.parseInt(text);
  }
}
