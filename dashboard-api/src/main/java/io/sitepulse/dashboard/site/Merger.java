package io.sitepulse.dashboard.site;

import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Rule;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.Turns;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageSources;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets sites take over others, and takes it back. */
final class Merger {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int YEARS_AHEAD = 10;
  private static final String PREDECESSOR = "predecessor";

  private final ManageSources sources;
  private final Successions successions;
  private final Turns turns;
  private final Clock clock;

  /** What is said of a merger. */
  record Merge(LocalDate from) {}

  Merger(ManageSources sources, Successions successions, Turns turns, Clock clock) {
    this.sources = sources;
    this.successions = successions;
    this.turns = turns;
    this.clock = clock;
  }

  /** Says that a site takes another one over, or from another day than was said. */
  Future<Site> merge(Call call, String id, String predecessor) {
    LocalDate from = call.body(Merge.class).from();
    return turns.take(
        () -> {
          Site before = sources.sites().get(id).orElseThrow(SiteEditor::gone);
          call.mustMatch(before);
          checkDay(before, from);
          checkSites(before, predecessor);
          if (before.predecessors().stream()
              .anyMatch(known -> known.site().equals(predecessor) && known.from().equals(from))) {
            return Future.succeededFuture(before);
          }
          var added = new Predecessor(predecessor, from, call.caller().account().name());
          return write(call, before, with(before, predecessor, Stream.of(added)), "site.merge");
        });
  }

  /** Says that a site does not take another one over after all. */
  Future<Site> part(Call call, String id, String predecessor) {
    return turns.take(
        () -> {
          Site before = sources.sites().get(id).orElseThrow(SiteEditor::gone);
          call.mustMatch(before);
          if (before.predecessors().stream().noneMatch(p -> p.site().equals(predecessor))) {
            throw Problem.notFound(id + " does not take over such a site.").asException();
          }
          return write(call, before, with(before, predecessor, Stream.of()), "site.part");
        });
  }

  private Future<Site> write(Call call, Site before, List<Predecessor> now, String action) {
    Site after = with(before, now);
    return sources
        .definitions()
        .put(Topics.SITES, before.id(), before, after, call.caller().author(), action)
        .map(after);
  }

  private void checkDay(Site site, LocalDate from) {
    LocalDate latest = site.dayAt(clock.instant()).plusYears(YEARS_AHEAD);
    if (from == null || from.isBefore(EARLIEST) || from.isAfter(latest)) {
      throw Call.broken(
          new BrokenRule(
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
                () -> Call.invalid(PREDECESSOR, Rule.UNKNOWN, "names no site that is there"));
    if (site.archived()) {
      throw Call.invalid("site", Rule.ARCHIVED, "is archived: it can take over no other");
    }
    successions
        .now()
        .refuses(site, other)
        .ifPresent(
            broken -> {
              throw Call.broken(broken);
            });
  }

  private static List<Predecessor> with(Site site, String other, Stream<Predecessor> instead) {
    return Stream.concat(
            site.predecessors().stream().filter(known -> !known.site().equals(other)), instead)
        .sorted(Comparator.comparing(Predecessor::from).thenComparing(Predecessor::site))
        .toList();
  }

  private static Site with(Site site, List<Predecessor> predecessors) {
    return new Site(
        Site.VERSION,
        site.id(),
        site.name(),
        site.origins(),
        site.zone(),
        site.baseline(),
        site.pageParameters(),
        site.archived(),
        site.group(),
        predecessors,
        site.sample());
  }
}
