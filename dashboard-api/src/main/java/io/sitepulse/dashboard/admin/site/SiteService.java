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
  private final SerialTaskQueue serialTaskQueue;
  private final Clock clock;

  SiteService(ManageSources sources, SerialTaskQueue serialTaskQueue, Clock clock) {
    this.sources = sources;
    this.serialTaskQueue = serialTaskQueue;
    this.clock = clock;
  }

  /** Makes a site as the body says. */
  Future<Site> register(RequestContext requestContext) {
    SiteRequest edit = requestContext.body(SiteRequest.class);
    return serialTaskQueue.take(
        () -> {
          if (sources.sites().get(edit.id()).isPresent()) {
            throw Problem.of(409, "exists", "Exists already", "There is a site " + edit.id() + ".")
                .asException();
          }
          return write(requestContext, null, edit, "site.register");
        });
  }

  /** Changes a site as the body says. */
  Future<Site> change(RequestContext requestContext, String id) {
    return serialTaskQueue.take(
        () -> {
          Site before = sources.sites().get(id).orElseThrow(SiteService::gone);
          requestContext.mustMatch(before);
          SiteRequest edit = requestContext.body(SiteRequest.of(before), SiteRequest.class);
          fixed("id", before.id(), edit.id());
          fixed("sample", before.sample(), edit.sample());
          if (edit.touchesMoreThan(before) && !requestContext.caller().administers()) {
            throw ManageRoutes.forbidden(
                "Group, baseline and archive of a site are for administrators to change.");
          }
          return write(requestContext, before, edit, "site.update");
        });
  }

  /** A problem for a site that is not there. */
  static RuntimeException gone() {
    return Problem.notFound("There is no such site.").asException();
  }

  private Future<Site> write(
      RequestContext requestContext, @Nullable Site before, SiteRequest edit, String action) {
    Site after = site(requestContext, before, edit);
    known(after);
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
            // Totals are read by the public: a correction of them has a word of its own.
            before == null || Objects.equals(before.baseline(), after.baseline())
                ? action
                : "site.baseline")
        .map(after);
  }

  private static Site site(RequestContext requestContext, @Nullable Site before, SiteRequest edit) {
    try {
      return edit.toSite(before, requestContext.caller().account().name());
    } catch (IllegalArgumentException e) {
      throw RequestContext.broken(e);
    }
  }

  private void known(Site site) {
    String group = site.group();
    if (group != null && sources.groups().get(group).isEmpty()) {
      throw RequestContext.invalid("group", Rule.UNKNOWN, "names none that is there");
    }
    var baseline = site.baseline();
    if (baseline != null && baseline.asOf().isAfter(site.dayAt(clock.instant()))) {
      throw RequestContext.invalid("baseline.asOf", Rule.TO_COME, "must not be a day to come");
    }
  }

  private static void fixed(String field, Object before, Object after) {
    if (!before.equals(after)) {
      throw RequestContext.invalid(field, Rule.FIXED, "cannot be changed");
    }
  }
}
