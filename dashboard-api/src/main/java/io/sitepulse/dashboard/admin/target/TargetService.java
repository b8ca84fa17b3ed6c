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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets, changes and takes away targets. */
final class TargetService {
  private final ManageSources sources;
  private final Function<Scope, List<Site>> sites;
  private final SerialTaskQueue serialTaskQueue = new SerialTaskQueue();

  TargetService(ManageSources sources, Function<Scope, List<Site>> sites) {
    this.sources = sources;
    this.sites = sites;
  }

  /** Sets a target as the body says. */
  Future<Target> create(RequestContext requestContext) {
    Target target = target(requestContext, requestContext.body(TargetRequest.class));
    return serialTaskQueue.take(
        () -> {
          mustEdit(requestContext, target.scope());
          if (sources.targets().get(target.id()).isPresent()) {
            throw exists("There is a target " + target.id() + ".");
          }
          return write(requestContext, null, target, "target.create");
        });
  }

  /** Changes a target as the body says. */
  Future<Target> change(RequestContext requestContext, String id) {
    return serialTaskQueue.take(
        () -> {
          Target before = find(id);
          mustEdit(requestContext, before.scope());
          requestContext.mustMatch(before);
          TargetRequest known = TargetRequest.of(before);
          TargetRequest edit = requestContext.body(known, TargetRequest.class);
          if (!id.equals(edit.id())) {
            throw RequestContext.invalid("id", Rule.FIXED, "cannot be changed");
          }
          if (edit.equals(known)) {
            return Future.succeededFuture(before);
          }
          Target after = target(requestContext, edit);
          mustEdit(requestContext, after.scope());
          return write(requestContext, before, after, "target.update");
        });
  }

  /** Takes a target away. */
  Future<Void> remove(RequestContext requestContext, String id) {
    return serialTaskQueue.take(
        () -> {
          Target target = find(id);
          mustEdit(requestContext, target.scope());
          requestContext.mustMatch(target);
          return sources
              .definitions()
              .remove(
                  Topics.TARGETS, id, target, requestContext.caller().author(), "target.remove");
        });
  }

  /** Whether somebody has a role for all of some sites; for none at all only administrators do. */
  static boolean may(Caller caller, Role role, List<Site> sites) {
    return sites.isEmpty()
        ? caller.administers()
        : sites.stream().allMatch(site -> caller.allows(role, site));
  }

  private Future<Target> write(
      RequestContext requestContext, @Nullable Target before, Target after, String action) {
    sources.targets().all().stream()
        .filter(other -> isFor(other, after) && !other.id().equals(after.id()))
        .findAny()
        .ifPresent(
            other -> {
              throw exists("That period has a target of that metric: " + other.id() + ".");
            });
    return sources
        .definitions()
        .put(Topics.TARGETS, after.id(), before, after, requestContext.caller().author(), action)
        .map(after);
  }

  private void mustEdit(RequestContext requestContext, Scope scope) {
    List<Site> all = sites.apply(scope);
    boolean isThere =
        switch (scope.kind()) {
          case SITE -> !all.isEmpty();
          case GROUP -> sources.groups().get(scope.id()).isPresent();
          case ALL -> true;
        };
    if (!isThere || !may(requestContext.caller(), Role.VIEWER, all)) {
      throw Problem.notFound("There is nothing of that name that you may see.").asException();
    }
    if (!may(requestContext.caller(), Role.EDITOR, all)) {
      throw ManageRoutes.forbidden("A target is for editors of all of its sites to change.");
    }
  }

  /** A target; a 404 if there is none. */
  Target find(String id) {
    return sources.targets().get(id).orElseThrow(TargetService::gone);
  }

  /** A 404. */
  static RuntimeException gone() {
    return Problem.notFound("There is no such target.").asException();
  }

  private static Target target(RequestContext requestContext, TargetRequest edit) {
    try {
      return edit.toTarget(requestContext.caller().account().name());
    } catch (IllegalArgumentException e) {
      throw RequestContext.broken(e);
    }
  }

  private static boolean isFor(Target one, Target other) {
    return one.scope().equals(other.scope())
        && one.metric() == other.metric()
        && one.period().equals(other.period());
  }

  private static RuntimeException exists(String detail) {
    return Problem.of(409, "exists", "Exists already", detail).asException();
  }
}
