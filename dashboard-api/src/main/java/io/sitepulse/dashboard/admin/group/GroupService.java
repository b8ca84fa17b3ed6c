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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Removes a group. Fails with a 409 problem if sites, targets or accounts refer to it. */
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
    long sites = sources.sites().all().stream().filter(scope::contains).count();
    long targets = sources.targets().all().stream().filter(t -> t.scope().equals(scope)).count();
    long accounts =
        sources.accounts().all().stream()
            .filter(account -> account.grants().stream().anyMatch(g -> g.scope().equals(scope)))
            .count();
    if (sites + targets + accounts > 0) {
      String detail = "%d sites, %d targets and %d accounts still refer to this group.";
      throw new Problem(
              "/problems/in-use",
              "In use",
              409,
              detail.formatted(sites, targets, accounts),
              Stream.of(use("sites", sites), use("targets", targets), use("accounts", accounts))
                  .flatMap(Optional::stream)
                  .toList())
          .asException();
    }
  }

  private static Optional<Problem.Fault> use(String field, long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Problem.Fault.of(
                new FieldViolationException(
                    field, Rule.HELD, count + " still refer to it", Map.of("count", count))));
  }
}
