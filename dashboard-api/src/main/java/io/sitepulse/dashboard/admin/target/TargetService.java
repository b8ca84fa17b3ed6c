package io.sitepulse.dashboard.admin.target;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, updates and removes targets. */
final class TargetService {
  private final ManageSources sources;
  private final SerialTaskQueue writes = new SerialTaskQueue();

  TargetService(ManageSources sources) {
    this.sources = sources;
  }

  /** Returns the sites of a scope. */
  List<Site> sitesOf(Scope scope) {
    return sources.sites().all().stream().filter(scope::contains).toList();
  }

  /** Creates a target from the request body. */
  Future<Target> create(RequestContext requestContext) {
    Target target = target(requestContext, requestContext.body(TargetRequest.class));
    return writes.submit(
        () -> {
          requireEditor(requestContext, target.scope());
          if (sources.targets().get(target.id()).isPresent()) {
            throw exists("The target " + target.id() + " exists already.");
          }
          return write(requestContext, null, target, "target.create");
        });
  }

  /** Updates a target from the request body. */
  Future<Target> update(RequestContext requestContext, String id) {
    return writes.submit(
        () -> {
          Target before = get(id);
          requireEditor(requestContext, before.scope());
          requestContext.requireMatch(before);
          TargetRequest present = TargetRequest.of(before);
          TargetRequest request = requestContext.body(present, TargetRequest.class);
          if (!id.equals(request.id())) {
            throw RequestContext.invalid("id", Rule.FIXED, "cannot be changed");
          }
          if (request.equals(present)) {
            return Future.succeededFuture(before);
          }
          Target after = target(requestContext, request);
          requireEditor(requestContext, after.scope());
          return write(requestContext, before, after, "target.update");
        });
  }

  Future<Void> remove(RequestContext requestContext, String id) {
    return writes.submit(
        () -> {
          Target target = get(id);
          requireEditor(requestContext, target.scope());
          requestContext.requireMatch(target);
          return sources
              .definitions()
              .remove(
                  Topics.TARGETS, id, target, requestContext.caller().author(), "target.remove");
        });
  }

  /** Returns true if the caller has a role for all sites. Without sites only administrators do. */
  static boolean allows(Caller caller, Role role, List<Site> sites) {
    return sites.isEmpty()
        ? caller.administers()
        : sites.stream().allMatch(site -> caller.allows(role, site));
  }

  private Future<Target> write(
      RequestContext requestContext, @Nullable Target before, Target after, String action) {
    sources.targets().all().stream()
        .filter(other -> coversSame(other, after) && !other.id().equals(after.id()))
        .findAny()
        .ifPresent(
            other -> {
              throw exists("The target " + other.id() + " has the same scope, metric and period.");
            });
    return sources
        .definitions()
        .put(Topics.TARGETS, after.id(), before, after, requestContext.caller().author(), action)
        .map(after);
  }

  private void requireEditor(RequestContext requestContext, Scope scope) {
    List<Site> all = sitesOf(scope);
    boolean exists =
        switch (scope.kind()) {
          case SITE -> !all.isEmpty();
          case GROUP -> sources.groups().get(scope.id()).isPresent();
          case ALL -> true;
        };
    if (!exists || !allows(requestContext.caller(), Role.VIEWER, all)) {
      throw ManageRoutes.notFound("site or group");
    }
    if (!allows(requestContext.caller(), Role.EDITOR, all)) {
      throw ManageRoutes.forbidden("Only editors of all its sites may change a target.");
    }
  }

  /**
   * Returns a target.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  Target get(String id) {
    return sources.targets().get(id).orElseThrow(() -> ManageRoutes.notFound("target"));
  }

  private static Target target(RequestContext requestContext, TargetRequest request) {
    try {
      return request.toTarget(requestContext.caller().account().name());
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  private static boolean coversSame(Target one, Target other) {
    return one.scope().equals(other.scope())
        && one.metric() == other.metric()
        && one.period().equals(other.period());
  }

  private static RuntimeException exists(String detail) {
    return Problem.of(409, "exists", "Exists already", detail).asException();
  }
}
