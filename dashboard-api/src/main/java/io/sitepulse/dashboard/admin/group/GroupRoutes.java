package io.sitepulse.dashboard.admin.group;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import java.util.Comparator;

/** {@code /api/manage/groups}. */
public final class GroupRoutes implements RouteProvider {
  private static final String ALL = "/groups";
  private static final String ONE = ALL + "/:group";

  private final ManageSources sources;
  private final GroupService groups;
  private final ExportResponder exportResponder;

  /**
   * Creates the routes.
   *
   * @param siteWrites shared with the sites, so that no site joins a group that is being removed
   */
  public GroupRoutes(
      ManageSources sources, SerialTaskQueue siteWrites, ExportResponder exportResponder) {
    this.sources = sources;
    this.groups = new GroupService(sources, siteWrites);
    this.exportResponder = exportResponder;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(GET, ONE, RequiredAccess.SIGNED_IN, this::read);
    routes.add(PUT, ONE, RequiredAccess.ADMINISTER, this::put);
    routes.add(DELETE, ONE, RequiredAccess.ADMINISTER, this::remove);
  }

  private void list(RequestContext requestContext) {
    var responses =
        sources.groups().all().stream()
            .sorted(Comparator.comparingInt(Group::position).thenComparing(Group::name))
            .map(group -> responseFor(requestContext, group))
            .filter(response -> isVisible(requestContext.caller(), response))
            .toList();
    exportResponder.of(
        requestContext, responses, GroupExport::of, () -> requestContext.json(responses));
  }

  private void read(RequestContext requestContext) {
    Group group = groups.get(requestContext.path("group"));
    GroupResponse response = responseFor(requestContext, group);
    if (!isVisible(requestContext.caller(), response)) {
      throw AccessProblems.notFound("group");
    }
    requestContext.entity(200, group, response);
  }

  private static boolean isVisible(Caller caller, GroupResponse response) {
    return caller.administers() || response.sites() > 0;
  }

  private void put(RequestContext requestContext) {
    requestContext.respond(
        groups.put(
            requestContext.path("group"),
            requestContext.patch(),
            requestContext.precondition(),
            requestContext.caller().author()),
        group -> requestContext.entity(200, group, responseFor(requestContext, group)));
  }

  private void remove(RequestContext requestContext) {
    requestContext.noContent(
        groups.remove(
            requestContext.path("group"),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private GroupResponse responseFor(RequestContext requestContext, Group group) {
    return GroupResponse.of(group, sources.sites().all(), requestContext.caller());
  }
}
