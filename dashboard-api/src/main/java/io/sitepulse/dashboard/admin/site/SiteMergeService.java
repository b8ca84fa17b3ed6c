package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets sites take over others, and takes it back. */
final class SiteMergeService {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int YEARS_AHEAD = 10;
  private static final String PREDECESSOR = "predecessor";

  private final ManageSources sources;
  private final SiteSuccessionCache siteSuccessionCache;
  private final SerialTaskQueue serialTaskQueue;
  private final Clock clock;

  /** What is said of a merger. */
  record Merge(LocalDate from) {}

  SiteMergeService(
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      SerialTaskQueue serialTaskQueue,
      Clock clock) {
    this.sources = sources;
    this.siteSuccessionCache = siteSuccessionCache;
    this.serialTaskQueue = serialTaskQueue;
    this.clock = clock;
  }

  /** Says that a site takes another one over, or from another day than was said. */
  Future<Site> merge(RequestContext requestContext, String id, String predecessor) {
    LocalDate from = requestContext.body(Merge.class).from();
    return serialTaskQueue.take(
        () -> {
          Site before = sources.sites().get(id).orElseThrow(SiteService::gone);
          requestContext.mustMatch(before);
          checkDay(before, from);
          checkSites(before, predecessor);
          if (before.predecessors().stream()
              .anyMatch(known -> known.site().equals(predecessor) && known.from().equals(from))) {
            return Future.succeededFuture(before);
          }
          var added = new Predecessor(predecessor, from, requestContext.caller().account().name());
          return write(
              requestContext, before, with(before, predecessor, Stream.of(added)), "site.merge");
        });
  }

  /** Says that a site does not take another one over after all. */
  Future<Site> part(RequestContext requestContext, String id, String predecessor) {
    return serialTaskQueue.take(
        () -> {
          Site before = sources.sites().get(id).orElseThrow(SiteService::gone);
          requestContext.mustMatch(before);
          if (before.predecessors().stream().noneMatch(p -> p.site().equals(predecessor))) {
            throw Problem.notFound(id + " does not take over such a site.").asException();
          }
          return write(requestContext, before, with(before, predecessor, Stream.of()), "site.part");
        });
  }

  private Future<Site> write(
      RequestContext requestContext, Site before, List<Predecessor> now, String action) {
    Site after = with(before, now);
    return sources
        .definitions()
        .put(Topics.SITES, before.id(), before, after, requestContext.caller().author(), action)
        .map(after);
  }

  private void checkDay(Site site, LocalDate from) {
    LocalDate latest = site.dayAt(clock.instant()).plusYears(YEARS_AHEAD);
    if (from == null || from.isBefore(EARLIEST) || from.isAfter(latest)) {
      throw RequestContext.broken(
          new FieldViolationException(
              "from",
              Rule.DAY_RANGE,
              "must be a day from " + EARLIEST + " to " + latest,
              Map.of("min", EARLIEST.toString(), "max", latest.toString())));
    }
  }

  private void checkSites(Site site, String predecessor) {
    Site other =
        sources
            .sites()
            .get(predecessor)
            .orElseThrow(
                () ->
                    RequestContext.invalid(
                        PREDECESSOR, Rule.UNKNOWN, "names no site that is there"));
    if (site.archived()) {
      throw RequestContext.invalid("site", Rule.ARCHIVED, "is archived: it can take over no other");
    }
    siteSuccessionCache
        .now()
        .refuses(site, other)
        .ifPresent(
            broken -> {
              throw RequestContext.broken(broken);
            });
  }

  private static List<Predecessor> with(Site site, String other, Stream<Predecessor> instead) {
    return Stream.concat(
            site.predecessors().stream().filter(known -> !known.site().equals(other)), instead)
        .sorted(Comparator.comparing(Predecessor::from).thenComparing(Predecessor::site))
        .toList();
  }

  private static Site with(Site site, List<Predecessor> predecessors) {
    return site.toBuilder().predecessors(predecessors).build();
  }
}
