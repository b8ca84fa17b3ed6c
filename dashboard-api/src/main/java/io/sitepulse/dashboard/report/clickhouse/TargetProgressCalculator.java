package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.succession.SiteSuccession;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes how far targets have been reached: the sums of all sites of a target's scope, with their
 * predecessors, from the first day of its period until a day or now. The result does not depend on
 * the sites the caller may see.
 */
final class TargetProgressCalculator {
  private final TopicTable<Site> sites;
  private final FigureSource counted;
  private final LiveDays live;

  /** Looks up the sums of a period by site id. Null if they are unknown. */
  private interface SumsLookup {
    @Nullable Map<String, DaySums> of(Period period, Collection<SiteSet> siteSets);
  }

  TargetProgressCalculator(TopicTable<Site> sites, FigureSource counted, LiveDays live) {
    this.sites = sites;
    this.counted = counted;
    this.live = live;
  }

  /**
   * Progress by target id. Blocks for one query a period, except this month and this year, which
   * the live counters know. If ClickHouse is unavailable, {@code actual} of the others is null.
   */
  Map<String, TargetProgress> of(
      Collection<Target> targets, SiteSuccession succession, Instant now) {
    return of(targets, succession, now, LocalDate.MAX);
  }

  /** Progress by target id until the end of a day, or until now if that is earlier. */
  Map<String, TargetProgress> of(
      Collection<Target> targets, SiteSuccession succession, Instant now, LocalDate until) {
    return progress(targets, scope -> siteSet(scope, succession, now), this::querySums, until);
  }

  /** Progress by target id from the live counters alone. Never blocks. */
  Map<String, TargetProgress> live(
      Collection<Target> targets, SiteSuccession succession, Instant now) {
    return progress(
        targets,
        scope -> siteSet(scope, succession, now),
        (period, siteSets) -> null,
        LocalDate.MAX);
  }

  private Map<String, TargetProgress> progress(
      Collection<Target> targets,
      Function<Scope, SiteSet> resolve,
      SumsLookup lookup,
      LocalDate until) {
    var siteSets = new HashMap<Scope, SiteSet>();
    targets.forEach(target -> siteSets.computeIfAbsent(target.scope(), resolve));
    var progress = new LinkedHashMap<String, TargetProgress>();
    targets.stream()
        .collect(Collectors.groupingBy(Target::period, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (period, same) -> progress.putAll(progress(period, same, siteSets, lookup, until)));
    return progress;
  }

  private Map<String, TargetProgress> progress(
      Period period,
      List<Target> targets,
      Map<Scope, SiteSet> siteSets,
      SumsLookup lookup,
      LocalDate asked) {
    LocalDate until = earlier(period.to(), asked);
    var progress = new HashMap<String, TargetProgress>();
    var others = new HashMap<Target, SiteSet>();
    for (Target target : targets) {
      SiteSet siteSet = Objects.requireNonNull(siteSets.get(target.scope()));
      liveSums(period, siteSet, until)
          .ifPresentOrElse(
              sums -> progress.put(target.id(), progress(target, siteSet, sums, until)),
              () -> others.put(target, siteSet));
    }
    if (!others.isEmpty()) {
      Map<String, DaySums> sums =
          until.isBefore(period.from())
              ? Map.of()
              : lookup.of(Period.free(period.from(), until), others.values());
      others.forEach(
          (target, siteSet) ->
              progress.put(target.id(), progress(target, siteSet, sum(siteSet, sums), until)));
    }
    return progress;
  }

  /**
   * Sums from the live counters, if the period is the current month or year of all sites, and today
   * is asked for.
   */
  private Optional<DaySums> liveSums(Period period, SiteSet siteSet, LocalDate until) {
    boolean isCounted = period.kind() == PeriodKind.MONTH || period.kind() == PeriodKind.YEAR;
    if (!isCounted
        || !siteSet.byToday().keySet().stream().allMatch(period::contains)
        || until.isBefore(siteSet.today())) {
      return Optional.empty();
    }
    return Optional.of(
        siteSet.members().stream()
            .map(site -> live.figures(site, siteSet.now()))
            .map(figures -> of(period, figures))
            .reduce(DaySums.ZERO, DaySums::plus));
  }

  private static DaySums of(Period period, CounterFigures figures) {
    return period.kind() == PeriodKind.MONTH ? figures.month() : figures.year();
  }

  /** Sums by site id from ClickHouse. Null if it is unavailable. */
  private @Nullable Map<String, DaySums> querySums(Period period, Collection<SiteSet> siteSets) {
    Instant now = siteSets.iterator().next().now();
    var each =
        siteSets.stream()
            .flatMap(siteSet -> siteSet.members().stream())
            .distinct()
            .map(site -> new SiteSet.Part(site, List.of(site)))
            .toList();
    try {
      return counted.sites(new SiteSet(each, now), period);
    } catch (ProblemException e) {
      return null;
    }
  }

  private static @Nullable DaySums sum(SiteSet siteSet, @Nullable Map<String, DaySums> sums) {
    return sums == null
        ? null
        : siteSet.members().stream()
            .map(site -> sums.getOrDefault(site.id(), DaySums.ZERO))
            .reduce(DaySums.ZERO, DaySums::plus);
  }

  private static TargetProgress progress(
      Target target, SiteSet siteSet, @Nullable DaySums reached, LocalDate until) {
    return TargetProgress.of(
        target,
        reached == null ? null : target.metric().of(reached),
        earlier(until, siteSet.today()));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private SiteSet siteSet(Scope scope, SiteSuccession succession, Instant now) {
    var all = sites.all().stream().filter(scope::contains).toList();
    return SiteSet.of(scope, all, succession, now);
  }
}
