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

/** Records that a site takes over another one, and reverts it. */
final class SiteMergeService {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int YEARS_AHEAD = 10;
  private static final String PREDECESSOR = "predecessor";

  private final ManageSources sources;
  private final SiteSuccessionCache siteSuccessionCache;
  private final SerialTaskQueue siteWrites;
  private final Clock clock;

  /**
   * Request body of a merger.
   *
   * @param from local day of the successor from which its figures include the predecessor
   */
  record MergeRequest(LocalDate from) {}

  SiteMergeService(
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      SerialTaskQueue siteWrites,
      Clock clock) {
    this.sources = sources;
    this.siteSuccessionCache = siteSuccessionCache;
    this.siteWrites = siteWrites;
    this.clock = clock;
  }

  /** Records that a site takes over another one, or changes the day of it. */
  Future<Site> merge(RequestContext requestContext, String id, String predecessor) {
    LocalDate from = requestContext.body(MergeRequest.class).from();
    return siteWrites.submit(
        () -> {
          Site before = SiteService.get(sources, id);
          requestContext.requireMatch(before);
          checkDay(before, from);
          checkSites(before, predecessor);
          if (before.predecessors().stream()
              .anyMatch(known -> known.site().equals(predecessor) && known.from().equals(from))) {
            return Future.succeededFuture(before);
          }
          var added = new Predecessor(predecessor, from, requestContext.caller().account().name());
          return write(
              requestContext, before, replace(before, predecessor, Stream.of(added)), "site.merge");
        });
  }

  /** Reverts a merger. */
  Future<Site> revert(RequestContext requestContext, String id, String predecessor) {
    return siteWrites.submit(
        () -> {
          Site before = SiteService.get(sources, id);
          requestContext.requireMatch(before);
          if (before.predecessors().stream().noneMatch(p -> p.site().equals(predecessor))) {
            throw Problem.notFound(id + " does not take over " + predecessor + ".").asException();
          }
          return write(
              requestContext, before, replace(before, predecessor, Stream.of()), "site.part");
        });
  }

  private Future<Site> write(
      RequestContext requestContext, Site before, List<Predecessor> predecessors, String action) {
    Site after = with(before, predecessors);
    return sources
        .definitions()
        .put(Topics.SITES, before.id(), before, after, requestContext.caller().author(), action)
        .map(after);
  }

  private void checkDay(Site site, LocalDate from) {
    LocalDate latest = site.dayAt(clock.instant()).plusYears(YEARS_AHEAD);
    if (from == null || from.isBefore(EARLIEST) || from.isAfter(latest)) {
      throw RequestContext.invalid(
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
            .orElseThrow(() -> RequestContext.invalid(PREDECESSOR, Rule.UNKNOWN, "does not exist"));
    if (site.archived()) {
      throw RequestContext.invalid(
          "site", Rule.ARCHIVED, "is archived and cannot take over another site");
    }
    siteSuccessionCache
        .now()
        .violation(site, other)
        .ifPresent(
            violation -> {
              throw RequestContext.invalid(violation);
            });
  }

  private static List<Predecessor> replace(
      Site site, String predecessor, Stream<Predecessor> replacement) {
    return Stream.concat(
            site.predecessors().stream().filter(known -> !known.site().equals(predecessor)),
            replacement)
        .sorted(Comparator.comparing(Predecessor::from).thenComparing(Predecessor::site))
        .toList();
  }

  private static Site with(Site site, List<Predecessor> predecessors) {
    return site.toBuilder().predecessors(predecessors).build();
  }
}
