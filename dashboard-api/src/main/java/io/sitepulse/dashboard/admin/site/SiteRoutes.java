package io.sitepulse.dashboard.admin.site;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/manage/sites}: sites and their mergers. */
public final class SiteRoutes implements RouteProvider {
  private static final String SITE = "site";
  private static final String PREDECESSOR = "predecessor";
  private static final String ALL = "/sites";
  private static final String ONE = ALL + "/:" + SITE;
  private static final String MERGE = ONE + "/predecessors/:" + PREDECESSOR;

  private final ManageSources sources;
  private final SiteSuccessionCache siteSuccessionCache;
  private final SiteService sites;
  private final SiteMergeService siteMergeService;
  private final ExportResponder exportResponder;
  private final OriginPolicy originPolicy;

  /** Request body of a merger. */
  record MergeRequest(@Nullable LocalDate from) {}

  /**
   * Creates the routes.
   *
   * @param siteWrites shared with the groups, so that no site joins a group that is being removed
   * @param originPolicy tells the origin of this server, for the HTML snippets
   */
  public SiteRoutes(
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      SerialTaskQueue siteWrites,
      ExportResponder exportResponder,
      OriginPolicy originPolicy,
      Clock clock) {
    this.sources = sources;
    this.exportResponder = exportResponder;
    this.siteSuccessionCache = siteSuccessionCache;
    this.originPolicy = originPolicy;
    this.sites = new SiteService(sources, siteWrites, clock);
    this.siteMergeService = new SiteMergeService(sources, siteSuccessionCache, siteWrites, clock);
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(POST, ALL, RequiredAccess.ADMINISTER, this::register);
    routes.add(GET, ONE, RequiredAccess.VIEW, this::site, this::read);
    routes.add(PUT, ONE, RequiredAccess.EDIT, this::site, this::change);
    routes.add(PUT, MERGE, RequiredAccess.ADMINISTER, this::merge);
    routes.add(DELETE, MERGE, RequiredAccess.ADMINISTER, this::revertMerge);
  }

  private void list(RequestContext requestContext) {
    var responses =
        sources.sites().all().stream()
            .filter(site -> requestContext.caller().allows(Role.VIEWER, site))
            .sorted(Comparator.comparing(Site::id))
            .map(site -> responseFor(requestContext, site))
            .toList();
    exportResponder.of(
        requestContext,
        responses,
        (list, language) -> SiteExport.sites(list, groupNames(), language),
        () -> requestContext.json(responses));
  }

  private Map<String, String> groupNames() {
    return sources.groups().all().stream().collect(Collectors.toMap(Group::id, Group::name));
  }

  private void register(RequestContext requestContext) {
    respond(
        requestContext,
        201,
        sites.register(requestContext.body(SiteRequest.class), requestContext.caller().author()));
  }

  private void read(RequestContext requestContext) {
    Site site = requestContext.sites().get(0);
    requestContext.entity(200, site, responseFor(requestContext, site));
  }

  private void change(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        sites.update(
            requestContext.sites().get(0).id(),
            requestContext.patch(),
            requestContext.precondition(),
            requestContext.caller()));
  }

  private void merge(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        siteMergeService.merge(
            requestContext.path(SITE),
            requestContext.path(PREDECESSOR),
            requestContext.body(MergeRequest.class).from(),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void revertMerge(RequestContext requestContext) {
    requestContext.noContent(
        siteMergeService.revert(
            requestContext.path(SITE),
            requestContext.path(PREDECESSOR),
            requestContext.precondition(),
            requestContext.caller().author()));
  }

  private void respond(RequestContext requestContext, int status, Future<Site> written) {
    requestContext.respond(
        written, site -> requestContext.entity(status, site, responseFor(requestContext, site)));
  }

  private SiteResponse responseFor(RequestContext requestContext, Site site) {
    String origin = originPolicy.ofPublic(requestContext.context().request());
    SiteEmbed embed = SiteEmbed.of(site, origin, requestContext.language());
    return SiteResponse.of(site, siteSuccessionCache.now(), requestContext.caller(), embed);
  }

  private List<Site> site(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(SITE))
        .flatMap(sources.sites()::get)
        .map(List::of)
        .orElse(List.of());
  }
}
