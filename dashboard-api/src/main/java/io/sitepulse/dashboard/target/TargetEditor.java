package io.sitepulse.dashboard.target;

import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.definition.Turns;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets, changes and takes away targets. */
final class TargetEditor {
  private final ManageSources sources;
  private final Function<Scope, List<Site>> sites;
  private final Turns turns = new Turns();

  TargetEditor(ManageSources sources, Function<Scope, List<Site>> sites) {
    this.sources = sources;
    this.sites = sites;
  }

  /** Sets a target as the body says. */
  Future<Target> create(Call call) {
    Target target = target(call, call.body(TargetEdit.class));
    return turns.take(
        () -> {
          mustEdit(call, target.scope());
          if (sources.targets().get(target.id()).isPresent()) {
            throw exists("There is a target " + target.id() + ".");
          }
          return write(call, null, target, "target.create");
        });
  }

  /** Changes a target as the body says. */
  Future<Target> change(Call call, String id) {
    return turns.take(
        () -> {
          Target before = find(id);
          mustEdit(call, before.scope());
          call.mustMatch(before);
          TargetEdit known = TargetEdit.of(before);
          TargetEdit edit = call.body(known, TargetEdit.class);
          if (!id.equals(edit.id())) {
            throw Call.invalid("id", Rule.FIXED, "cannot be changed");
          }
          if (edit.equals(known)) {
            return Future.succeededFuture(before);
          }
          Target after = target(call, edit);
          mustEdit(call, after.scope());
          return write(call, before, after, "target.update");
        });
  }

  /** Takes a target away. */
  Future<Void> remove(Call call, String id) {
    return turns.take(
        () -> {
          Target target = find(id);
          mustEdit(call, target.scope());
          call.mustMatch(target);
          return sources
              .definitions()
              .remove(Topics.TARGETS, id, target, call.caller().author(), "target.remove");
        });
  }

  /** Whether somebody has a role for all of some sites; for none at all only administrators do. */
  static boolean may(Caller caller, Role role, List<Site> sites) {
    return sites.isEmpty()
        ? caller.administers()
        : sites.stream().allMatch(site -> caller.allows(role, site));
  }

  private Future<Target> write(Call call, @Nullable Target before, Target after, String action) {
    sources.targets().all().stream()
        .filter(other -> isFor(other, after) && !other.id().equals(after.id()))
        .findAny()
        .ifPresent(
            other -> {
              throw exists("That period has a target of that metric: " + other.id() + ".");
            });
    return sources
        .definitions()
        .put(Topics.TARGETS, after.id(), before, after, call.caller().author(), action)
        .map(after);
  }

  private void mustEdit(Call call, Scope scope) {
    List<Site> all = sites.apply(scope);
    boolean isThere =
        switch (scope.kind()) {
          case SITE -> !all.isEmpty();
          case GROUP -> sources.groups().get(scope.id()).isPresent();
          case ALL -> true;
        };
    if (!isThere || !may(call.caller(), Role.VIEWER, all)) {
      throw Problem.notFound("There is nothing of that name that you may see.").asException();
    }
    if (!may(call.caller(), Role.EDITOR, all)) {
      throw ManageRoutes.forbidden("A target is for editors of all of its sites to change.");
    }
  }

  /** A target; a 404 if there is none. */
  Target find(String id) {
    return sources.targets().get(id).orElseThrow(TargetEditor::gone);
  }

  /** A 404. */
  static RuntimeException gone() {
    return Problem.notFound("There is no such target.").asException();
  }

  private static Target target(Call call, TargetEdit edit) {
    try {
      return edit.toTarget(call.caller().account().name());
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
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
