package io.sitepulse.dashboard.admin.site;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PUT;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.EntityTag;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/manage/groups}. */
public final class GroupRoutes implements RouteProvider {
  private static final String ALL = "/groups";
  private static final String ONE = ALL + "/:group";

  private final ManageSources sources;
  private final SerialTaskQueue serialTaskQueue;
  private final ExportResponder exportResponder;

  /**
   * A group as its managers read it.
   *
   * @param sites how many of its sites the caller may see
   * @param revision to tell whether it has been changed since
   */
  record GroupEntry(String id, String name, int position, long sites, String revision) {}

  /** What may be said of a group. */
  @JsonIgnoreProperties({"id", "sites", "revision"})
  record GroupEdit(@Nullable String name, int position) {}

  /**
   * The routes.
   *
   * @param serialTaskQueue those of the sites, too: a group must not go while a site comes into it
   */
  public GroupRoutes(
      ManageSources sources, SerialTaskQueue serialTaskQueue, ExportResponder exportResponder) {
    this.sources = sources;
    this.exportResponder = exportResponder;
    this.serialTaskQueue = serialTaskQueue;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(GET, ONE, RequiredAccess.SIGNED_IN, this::read);
    routes.add(PUT, ONE, RequiredAccess.ADMINISTER, this::put);
    routes.add(DELETE, ONE, RequiredAccess.ADMINISTER, this::remove);
  }

  private void list(RequestContext requestContext) {
    var groups =
        sources.groups().all().stream()
            .sorted(Comparator.comparingInt(Group::position).thenComparing(Group::name))
            .map(group -> entry(requestContext.caller(), group))
            .filter(entry -> isShown(requestContext.caller(), entry))
            .toList();
    exportResponder.of(
        requestContext, groups, SiteExport::groups, () -> requestContext.json(groups));
  }

  private void read(RequestContext requestContext) {
    Group group = find(requestContext.path("group"));
    GroupEntry entry = entry(requestContext.caller(), group);
    if (!isShown(requestContext.caller(), entry)) {
      throw gone();
    }
    requestContext.entry(200, group, entry);
  }

  private static boolean isShown(Caller caller, GroupEntry entry) {
    return caller.administers() || entry.sites() > 0;
  }

  private Group find(String id) {
    return sources.groups().get(id).orElseThrow(GroupRoutes::gone);
  }

  private static RuntimeException gone() {
    return Problem.notFound("There is no such group.").asException();
  }

  private void put(RequestContext requestContext) {
    requestContext.after(
        serialTaskQueue.take(() -> write(requestContext, requestContext.path("group"))),
        group -> requestContext.entry(200, group, entry(requestContext.caller(), group)));
  }

  private Future<Group> write(RequestContext requestContext, String id) {
    Group before = sources.groups().get(id).orElse(null);
    GroupEdit known =
        before == null
            ? new GroupEdit(null, sources.groups().all().size())
            : new GroupEdit(before.name(), before.position());
    requestContext.mustMatchOrMake(Optional.ofNullable(before));
    Group after = group(id, requestContext.body(known, GroupEdit.class));
    if (after.equals(before)) {
      return Future.succeededFuture(after);
    }
    String action = before == null ? "group.create" : "group.update";
    return sources
        .definitions()
        .put(Topics.GROUPS, id, before, after, requestContext.caller().author(), action)
        .map(after);
  }

  @SuppressWarnings("NullAway") // The record refuses a name that is missing.
  private static Group group(String id, GroupEdit edit) {
    try {
      return new Group(Group.VERSION, id, edit.name(), edit.position());
    } catch (IllegalArgumentException e) {
      throw RequestContext.broken(e);
    }
  }

  private void remove(RequestContext requestContext) {
    requestContext.done(
        serialTaskQueue.take(() -> remove(requestContext, requestContext.path("group"))));
  }

  private Future<Void> remove(RequestContext requestContext, String id) {
    Group group = find(id);
    requestContext.mustMatch(group);
    Scope scope = Scope.group(id);
    long sites = sources.sites().all().stream().filter(scope::contains).count();
    long targets = sources.targets().all().stream().filter(t -> t.scope().equals(scope)).count();
    long accounts =
        sources.accounts().all().stream()
            .filter(account -> account.grants().stream().anyMatch(g -> g.scope().equals(scope)))
            .count();
    if (sites + targets + accounts > 0) {
      String held = "%d sites, %d targets and %d accounts are still tied to this group.";
      throw new Problem(
              "/problems/in-use",
              "In use",
              409,
              held.formatted(sites, targets, accounts),
              Stream.of(held("sites", sites), held("targets", targets), held("accounts", accounts))
                  .flatMap(Optional::stream)
                  .toList())
          .asException();
    }
    return sources
        .definitions()
        .remove(Topics.GROUPS, id, group, requestContext.caller().author(), "group.remove");
  }

  private static Optional<Problem.Fault> held(String field, long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Problem.Fault.of(
                new FieldViolationException(
                    field, Rule.HELD, count + " are still tied to it", Map.of("count", count))));
  }

  private GroupEntry entry(Caller caller, Group group) {
    long sites =
        sources.sites().all().stream()
            .filter(site -> group.id().equals(site.group()))
            .filter(site -> caller.allows(Role.VIEWER, site))
            .count();
    return new GroupEntry(group.id(), group.name(), group.position(), sites, EntityTag.of(group));
  }
}
