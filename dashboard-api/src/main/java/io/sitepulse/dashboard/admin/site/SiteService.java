package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registers and changes sites. */
final class SiteService {
  private final ManageSources sources;
  private final SerialTaskQueue siteWrites;
  private final Clock clock;

  SiteService(ManageSources sources, SerialTaskQueue siteWrites, Clock clock) {
    this.sources = sources;
    this.siteWrites = siteWrites;
    this.clock = clock;
  }

  /** Creates a site from the request body. */
  Future<Site> register(RequestContext requestContext) {
    SiteRequest request = requestContext.body(SiteRequest.class);
    return siteWrites.submit(
        () -> {
          if (sources.sites().get(request.id()).isPresent()) {
            throw Problem.of(
                    409,
                    "exists",
                    "Exists already",
                    "The site " + request.id() + " exists already.")
                .asException();
          }
          return write(requestContext, null, request, "site.register");
        });
  }

  /** Updates a site from the request body. */
  Future<Site> update(RequestContext requestContext, String id) {
    return siteWrites.submit(
        () -> {
          Site before = get(sources, id);
          requestContext.requireMatch(before);
          SiteRequest request = requestContext.body(SiteRequest.of(before), SiteRequest.class);
          requireUnchanged("id", before.id(), request.id());
          requireUnchanged("sample", before.sample(), request.sample());
          if (request.requiresAdministrator(before) && !requestContext.caller().administers()) {
            throw ManageRoutes.forbidden(
                "Only administrators may change the group, the baseline or the archived state of a"
                    + " site.");
          }
          return write(requestContext, before, request, "site.update");
        });
  }

  /**
   * Returns a site.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  static Site get(ManageSources sources, String id) {
    return sources.sites().get(id).orElseThrow(() -> ManageRoutes.notFound("site"));
  }

  private Future<Site> write(
      RequestContext requestContext, @Nullable Site before, SiteRequest request, String action) {
    Site after = site(requestContext, before, request);
    requireValid(after);
    if (after.equals(before)) {
      return Future.succeededFuture(after);
    }
    return sources
        .definitions()
        .put(
            Topics.SITES,
            after.id(),
            before,
            after,
            requestContext.caller().author(),
            // Totals are public, so a correction of them has an action of its own in the change
            // log.
            before == null || Objects.equals(before.baseline(), after.baseline())
                ? action
                : "site.baseline")
        .map(after);
  }

  private static Site site(
      RequestContext requestContext, @Nullable Site before, SiteRequest request) {
    try {
      return request.toSite(before, requestContext.caller().account().name());
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  private void requireValid(Site site) {
    String group = site.group();
    if (group != null && sources.groups().get(group).isEmpty()) {
      throw RequestContext.invalid("group", Rule.UNKNOWN, "does not exist");
    }
    var baseline = site.baseline();
    if (baseline != null && baseline.asOf().isAfter(site.dayAt(clock.instant()))) {
      throw RequestContext.invalid("baseline.asOf", Rule.TO_COME, "must not be in the future");
    }
  }

  private static void requireUnchanged(String field, Object before, Object after) {
    if (!before.equals(after)) {
      throw RequestContext.invalid(field, Rule.FIXED, "cannot be changed");
    }
  }
}
