package io.sitepulse.dashboard.admin.target;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.MergePatch;
import io.sitepulse.dashboard.manage.Precondition;
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

  /** Creates a target. The caller must be an editor of its scope. */
  Future<Target> create(TargetRequest request, Caller caller) {
    Target target = target(request, caller);
    return writes.submit(
        () -> {
          requireEditor(caller, target.scope());
          if (sources.targets().get(target.id()).isPresent()) {
            throw exists("The target " + target.id() + " exists already.");
          }
          return write(null, target, caller.author(), "target.create");
        });
  }

  /** Updates a target. The caller must be an editor of both scopes. */
  Future<Target> update(String id, MergePatch patch, Precondition precondition, Caller caller) {
    return writes.submit(
        () -> {
          Target before = get(id);
          requireEditor(caller, before.scope());
          precondition.require(before);
          TargetRequest present = TargetRequest.of(before);
          TargetRequest request = patch.applyTo(present, TargetRequest.class);
          if (!id.equals(request.id())) {
            throw Problem.invalid(
                    new FieldViolationException("id", Rule.FIXED, "cannot be changed"))
                .asException();
          }
          if (request.equals(present)) {
            return Future.succeededFuture(before);
          }
          Target after = target(request, caller);
          requireEditor(caller, after.scope());
          return write(before, after, caller.author(), "target.update");
        });
  }

  Future<Void> remove(String id, Precondition precondition, Caller caller) {
    return writes.submit(
        () -> {
          Target target = get(id);
          requireEditor(caller, target.scope());
          precondition.require(target);
          return sources
              .definitions()
              .remove(Topics.TARGETS, id, target, caller.author(), "target.remove");
        });
  }

  /** Returns true if the caller has a role for all sites. Without sites only administrators do. */
  static boolean allows(Caller caller, Role role, List<Site> sites) {
    return sites.isEmpty()
        ? caller.administers()
        : sites.stream().allMatch(site -> caller.allows(role, site));
  }

  private Future<Target> write(@Nullable Target before, Target after, Author by, String action) {
    sources.targets().all().stream()
        .filter(other -> coversSame(other, after) && !other.id().equals(after.id()))
        .findAny()
        .ifPresent(
            other -> {
              throw exists("The target " + other.id() + " has the same scope, metric and period.");
            });
    return sources
        .definitions()
        .put(Topics.TARGETS, after.id(), before, after, by, action)
        .map(after);
  }

  private void requireEditor(Caller caller, Scope scope) {
    List<Site> all = sitesOf(scope);
    boolean exists =
        switch (scope.kind()) {
          case SITE -> !all.isEmpty();
          case GROUP -> sources.groups().get(scope.id()).isPresent();
          case ALL -> true;
        };
    if (!exists || !allows(caller, Role.VIEWER, all)) {
      throw AccessProblems.notFound("site or group");
    }
    if (!allows(caller, Role.EDITOR, all)) {
      throw AccessProblems.forbidden("Only editors of all its sites may change a target.");
    }
  }

  /**
   * Returns a target.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  Target get(String id) {
    return sources.targets().get(id).orElseThrow(() -> AccessProblems.notFound("target"));
  }

  private static Target target(TargetRequest request, Caller caller) {
    try {
      return request.toTarget(caller.author().name());
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
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
