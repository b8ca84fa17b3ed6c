package io.sitepulse.dashboard.admin.group;

import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.MergePatch;
import io.sitepulse.dashboard.manage.Precondition;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Creates, updates and removes groups. */
final class GroupService {
  private final ManageSources sources;
  private final SerialTaskQueue siteWrites;

  GroupService(ManageSources sources, SerialTaskQueue siteWrites) {
    this.sources = sources;
    this.siteWrites = siteWrites;
  }

  /**
   * Returns a group.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  Group get(String id) {
    return sources.groups().get(id).orElseThrow(() -> AccessProblems.notFound("group"));
  }

  /** Creates or updates a group. */
  Future<Group> put(String id, MergePatch patch, Precondition precondition, Author by) {
    return siteWrites.submit(() -> write(id, patch, precondition, by));
  }

  /** Removes a group. Fails with a 409 problem if sites, targets, notes or accounts refer to it. */
  Future<Void> remove(String id, Precondition precondition, Author by) {
    return siteWrites.submit(
        () -> {
          Group group = get(id);
          precondition.require(group);
          requireUnused(Scope.group(id));
          return sources.definitions().remove(Topics.GROUPS, id, group, by, "group.remove");
        });
  }

  private Future<Group> write(String id, MergePatch patch, Precondition precondition, Author by) {
    Group before = sources.groups().get(id).orElse(null);
    GroupRequest present =
        before == null
            ? new GroupRequest(null, sources.groups().all().size(), null)
            : new GroupRequest(before.name(), before.position(), before.letterhead());
    precondition.requireOrNew(Optional.ofNullable(before));
    Group after = group(id, patch.applyTo(present, GroupRequest.class));
    if (after.equals(before)) {
      return Future.succeededFuture(after);
    }
    String action = before == null ? "group.create" : "group.update";
    return sources.definitions().put(Topics.GROUPS, id, before, after, by, action).map(after);
  }

  private static Group group(String id, GroupRequest request) {
    try {
      return request.toGroup(id);
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
    }
  }

  private void requireUnused(Scope scope) {
    var uses = new LinkedHashMap<String, Long>();
    uses.put("sites", count(sources.sites().all(), scope::contains));
    uses.put("targets", count(sources.targets().all(), target -> target.scope().equals(scope)));
    uses.put("notes", count(sources.notes().all(), note -> note.scope().equals(scope)));
    uses.put(
        "accounts",
        count(
            sources.accounts().all(),
            account -> account.grants().stream().anyMatch(g -> g.scope().equals(scope))));
    uses.values().removeIf(count -> count == 0);
    if (!uses.isEmpty()) {
      String all =
          uses.entrySet().stream()
              .map(use -> use.getValue() + " " + use.getKey())
              .collect(Collectors.joining(", "));
      throw new Problem(
              "/problems/in-use",
              "In use",
              409,
              all + " still refer to this group.",
              uses.entrySet().stream().map(use -> held(use.getKey(), use.getValue())).toList())
          .asException();
    }
  }

  private static <V> long count(Collection<V> all, Predicate<V> refers) {
    return all.stream().filter(refers).count();
  }

  private static Problem.Fault held(String field, long count) {
    return Problem.Fault.of(
        new FieldViolationException(
            field, Rule.HELD, count + " still refer to it", Map.of("count", count)));
  }
}
