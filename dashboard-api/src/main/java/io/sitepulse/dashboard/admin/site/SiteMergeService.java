package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Precondition;
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
import org.jspecify.annotations.Nullable;

/** Records that a site takes over another one, and reverts it. */
final class SiteMergeService {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int YEARS_AHEAD = 10;
  private static final String PREDECESSOR = "predecessor";

  private final ManageSources sources;
  private final SiteSuccessionCache siteSuccessionCache;
  private final SerialTaskQueue siteWrites;
  private final Clock clock;

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

  /**
   * Records that a site takes over another one, or changes the day of it.
   *
   * @param from local day of the successor from which its figures include the predecessor. Null is
   *     answered 400.
   */
  Future<Site> merge(
      String id,
      String predecessor,
      @Nullable LocalDate from,
      Precondition precondition,
      Author by) {
    return siteWrites.submit(
        () -> {
          Site before = SiteService.get(sources, id);
          precondition.require(before);
          LocalDate day = checkedDay(before, from);
          checkSites(before, predecessor);
          if (before.predecessors().stream()
              .anyMatch(known -> known.site().equals(predecessor) && known.from().equals(day))) {
            return Future.succeededFuture(before);
          }
          var added = new Predecessor(predecessor, day, by.name());
          return write(before, replace(before, predecessor, Stream.of(added)), by, "site.merge");
        });
  }

  /** Reverts a merger. */
  Future<Site> revert(String id, String predecessor, Precondition precondition, Author by) {
    return siteWrites.submit(
        () -> {
          Site before = SiteService.get(sources, id);
          precondition.require(before);
          if (before.predecessors().stream().noneMatch(p -> p.site().equals(predecessor))) {
            throw Problem.notFound(id + " does not take over " + predecessor + ".").asException();
          }
          return write(before, replace(before, predecessor, Stream.of()), by, "site.part");
        });
  }

  private Future<Site> write(
      Site before, List<Predecessor> predecessors, Author by, String action) {
    Site after = with(before, predecessors);
    return sources
        .definitions()
        .put(Topics.SITES, before.id(), before, after, by, action)
        .map(after);
  }

  private LocalDate checkedDay(Site site, @Nullable LocalDate from) {
    LocalDate latest = site.dayAt(clock.instant()).plusYears(YEARS_AHEAD);
    if (from == null || from.isBefore(EARLIEST) || from.isAfter(latest)) {
      throw invalid(
          new FieldViolationException(
              "from",
              Rule.DAY_RANGE,
              "must be a day from " + EARLIEST + " to " + latest,
              Map.of("min", EARLIEST.toString(), "max", latest.toString())));
    }
    return from;
  }

  private void checkSites(Site site, String predecessor) {
    Site other =
        sources
            .sites()
            .get(predecessor)
            .orElseThrow(
                () ->
                    invalid(
                        new FieldViolationException(PREDECESSOR, Rule.UNKNOWN, "does not exist")));
    if (site.archived()) {
      throw invalid(
          new FieldViolationException(
              "site", Rule.ARCHIVED, "is archived and cannot take over another site"));
    }
    siteSuccessionCache
        .now()
        .violation(site, other)
        .ifPresent(
            violation -> {
              throw invalid(violation);
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

  private static RuntimeException invalid(FieldViolationException violation) {
    return Problem.invalid(violation).asException();
  }
}
