package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Site;
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

  /** Creates a site. */
  Future<Site> register(SiteRequest request, Author by) {
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
          return write(null, request, by, "site.register");
        });
  }

  /** Updates a site. Some fields require an administrator. */
  Future<Site> update(String id, MergePatch patch, Precondition precondition, Caller caller) {
    return siteWrites.submit(
        () -> {
          Site before = get(sources, id);
          precondition.require(before);
          SiteRequest request = patch.applyTo(SiteRequest.of(before), SiteRequest.class);
          requireUnchanged("id", before.id(), request.id());
          requireUnchanged("sample", before.sample(), request.sample());
          if (request.requiresAdministrator(before) && !caller.administers()) {
            throw AccessProblems.forbidden(
                "Only administrators may change the group, the baseline or the archived state of a"
                    + " site.");
          }
          return write(before, request, caller.author(), "site.update");
        });
  }

  /**
   * Returns a site.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  static Site get(ManageSources sources, String id) {
    return sources.sites().get(id).orElseThrow(() -> AccessProblems.notFound("site"));
  }

  private Future<Site> write(@Nullable Site before, SiteRequest request, Author by, String action) {
    Site after = site(before, request, by);
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
            by,
            // Totals are public, so a correction of them has an action of its own in the change
            // log.
            before == null || Objects.equals(before.baseline(), after.baseline())
                ? action
                : "site.baseline")
        .map(after);
  }

  private static Site site(@Nullable Site before, SiteRequest request, Author by) {
    try {
      return request.toSite(before, by.name());
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
    }
  }

  private void requireValid(Site site) {
    String group = site.group();
    if (group != null && sources.groups().get(group).isEmpty()) {
      throw invalid("group", Rule.UNKNOWN, "does not exist");
    }
    var baseline = site.baseline();
    if (baseline != null && baseline.asOf().isAfter(site.dayAt(clock.instant()))) {
      throw invalid("baseline.asOf", Rule.TO_COME, "must not be in the future");
    }
  }

  private static void requireUnchanged(String field, Object before, Object after) {
    if (!before.equals(after)) {
      throw invalid(field, Rule.FIXED, "cannot be changed");
    }
  }

  private static RuntimeException invalid(String field, Rule rule, String detail) {
    return Problem.invalid(new FieldViolationException(field, rule, detail)).asException();
  }
}
