package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far targets have been reached: the figures of all sites of a target's scope, with those they
 * took over, on its period's days until now. Whoever asks, a target's figure is the same.
 */
public final class TargetProgressCalculator {
  private final TopicTable<Site> sites;
  private final SiteSuccessionCache siteSuccessionCache;
  private final CountedDays days;
  private final LiveDays live;
  private final Clock clock;

  /** Sums by site over a period; null if they are not known. */
  private interface Past {
    @Nullable Map<String, DaySums> of(Period period, Collection<SiteSet> extents);
  }

  TargetProgressCalculator(
      TopicTable<Site> sites,
      SiteSuccessionCache siteSuccessionCache,
      CountedDays days,
      LiveDays live,
      Clock clock) {
    this.sites = sites;
    this.siteSuccessionCache = siteSuccessionCache;
    this.days = days;
    this.live = live;
    this.clock = clock;
  }

  /**
   * Targets by id, each with how far it has been reached. Waits for ClickHouse, once for each
   * period but those that the live counters know (this month, this year). If it is away, {@code
   * actual} of the others is null.
   */
  public Map<String, TargetProgress> of(Collection<Target> targets) {
    return of(targets, clock.instant());
  }

  Map<String, TargetProgress> of(Collection<Target> targets, Instant now) {
    return goals(targets, now, this::ask);
  }

  /** The same without waiting: what only ClickHouse knows is null. */
  Map<String, TargetProgress> counted(Collection<Target> targets, Instant now) {
    return goals(targets, now, (period, extents) -> null);
  }

  private Map<String, TargetProgress> goals(Collection<Target> targets, Instant now, Past past) {
    var extents = new HashMap<Scope, SiteSet>();
    targets.forEach(target -> extents.computeIfAbsent(target.scope(), s -> extent(s, now)));
    var goals = new LinkedHashMap<String, TargetProgress>();
    targets.stream()
        .collect(Collectors.groupingBy(Target::period, LinkedHashMap::new, Collectors.toList()))
        .forEach((period, same) -> goals.putAll(goals(period, same, extents, past)));
    return goals;
  }

  private Map<String, TargetProgress> goals(
      Period period, List<Target> targets, Map<Scope, SiteSet> extents, Past past) {
    var goals = new HashMap<String, TargetProgress>();
    var others = new HashMap<Target, SiteSet>();
    for (Target target : targets) {
      SiteSet siteSet = Objects.requireNonNull(extents.get(target.scope()));
      counted(period, siteSet)
          .ifPresentOrElse(
              sums -> goals.put(target.id(), TargetProgress.of(target, target.metric().of(sums))),
              () -> others.put(target, siteSet));
    }
    if (!others.isEmpty()) {
      Map<String, DaySums> sums = past.of(period, others.values());
      others.forEach((target, siteSet) -> goals.put(target.id(), goal(target, siteSet, sums)));
    }
    return goals;
  }

  /** What the counters say, if all of the sites are in that month or year now. */
  private Optional<DaySums> counted(Period period, SiteSet siteSet) {
    boolean isCounted = period.kind() == PeriodKind.MONTH || period.kind() == PeriodKind.YEAR;
    if (!isCounted || !siteSet.byToday().keySet().stream().allMatch(period::contains)) {
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

  /** Sums by site over a period; null if ClickHouse is away. */
  private @Nullable Map<String, DaySums> ask(Period period, Collection<SiteSet> extents) {
    Instant now = extents.iterator().next().now();
    var each =
        extents.stream()
            .flatMap(siteSet -> siteSet.members().stream())
            .distinct()
            .map(site -> new SiteSet.Part(site, List.of(site)))
            .toList();
    try {
      return days.bySite(new SiteSet(each, now), period);
    } catch (ProblemException e) {
      return null;
    }
  }

  private static TargetProgress goal(
      Target target, SiteSet siteSet, @Nullable Map<String, DaySums> sums) {
    if (sums == null) {
      return TargetProgress.of(target, null);
    }
    DaySums reached =
        siteSet.members().stream()
            .map(site -> sums.getOrDefault(site.id(), DaySums.ZERO))
            .reduce(DaySums.ZERO, DaySums::plus);
    return TargetProgress.of(target, target.metric().of(reached));
  }

  private SiteSet extent(Scope scope, Instant now) {
    var all = sites.all().stream().filter(scope::contains).toList();
    return SiteSet.of(scope, all, siteSuccessionCache.now(), now);
  }
}
