package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.http.ProblemException;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.site.Successions;
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
public final class Attainments {
  private final Table<Site> sites;
  private final Successions successions;
  private final CountedDays days;
  private final LiveDays live;
  private final Clock clock;

  /** Sums by site over a period; null if they are not known. */
  private interface Past {
    @Nullable Map<String, DaySums> of(Period period, Collection<Extent> extents);
  }

  Attainments(
      Table<Site> sites, Successions successions, CountedDays days, LiveDays live, Clock clock) {
    this.sites = sites;
    this.successions = successions;
    this.days = days;
    this.live = live;
    this.clock = clock;
  }

  /**
   * Targets by id, each with how far it has been reached. Waits for ClickHouse, once for each
   * period but those that the live counters know (this month, this year). If it is away, {@code
   * actual} of the others is null.
   */
  public Map<String, Goal> of(Collection<Target> targets) {
    return of(targets, clock.instant());
  }

  Map<String, Goal> of(Collection<Target> targets, Instant now) {
    return goals(targets, now, this::ask);
  }

  /** The same without waiting: what only ClickHouse knows is null. */
  Map<String, Goal> counted(Collection<Target> targets, Instant now) {
    return goals(targets, now, (period, extents) -> null);
  }

  private Map<String, Goal> goals(Collection<Target> targets, Instant now, Past past) {
    var extents = new HashMap<Scope, Extent>();
    targets.forEach(target -> extents.computeIfAbsent(target.scope(), s -> extent(s, now)));
    var goals = new LinkedHashMap<String, Goal>();
    targets.stream()
        .collect(Collectors.groupingBy(Target::period, LinkedHashMap::new, Collectors.toList()))
        .forEach((period, same) -> goals.putAll(goals(period, same, extents, past)));
    return goals;
  }

  private Map<String, Goal> goals(
      Period period, List<Target> targets, Map<Scope, Extent> extents, Past past) {
    var goals = new HashMap<String, Goal>();
    var others = new HashMap<Target, Extent>();
    for (Target target : targets) {
      Extent extent = Objects.requireNonNull(extents.get(target.scope()));
      counted(period, extent)
          .ifPresentOrElse(
              sums -> goals.put(target.id(), Goal.of(target, target.metric().of(sums))),
              () -> others.put(target, extent));
    }
    if (!others.isEmpty()) {
      Map<String, DaySums> sums = past.of(period, others.values());
      others.forEach((target, extent) -> goals.put(target.id(), goal(target, extent, sums)));
    }
    return goals;
  }

  /** What the counters say, if all of the sites are in that month or year now. */
  private Optional<DaySums> counted(Period period, Extent extent) {
    boolean isCounted = period.kind() == PeriodKind.MONTH || period.kind() == PeriodKind.YEAR;
    if (!isCounted || !extent.byToday().keySet().stream().allMatch(period::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        extent.members().stream()
            .map(site -> live.figures(site, extent.now()))
            .map(figures -> of(period, figures))
            .reduce(DaySums.ZERO, DaySums::plus));
  }

  private static DaySums of(Period period, CounterFigures figures) {
    return period.kind() == PeriodKind.MONTH ? figures.month() : figures.year();
  }

  /** Sums by site over a period; null if ClickHouse is away. */
  private @Nullable Map<String, DaySums> ask(Period period, Collection<Extent> extents) {
    Instant now = extents.iterator().next().now();
    var each =
        extents.stream()
            .flatMap(extent -> extent.members().stream())
            .distinct()
            .map(site -> new Extent.Part(site, List.of(site)))
            .toList();
    try {
      return days.bySite(new Extent(each, now), period);
    } catch (ProblemException e) {
      return null;
    }
  }

  private static Goal goal(Target target, Extent extent, @Nullable Map<String, DaySums> sums) {
    if (sums == null) {
      return Goal.of(target, null);
    }
    DaySums reached =
        extent.members().stream()
            .map(site -> sums.getOrDefault(site.id(), DaySums.ZERO))
            .reduce(DaySums.ZERO, DaySums::plus);
    return Goal.of(target, target.metric().of(reached));
  }

  private Extent extent(Scope scope, Instant now) {
    var all = sites.all().stream().filter(scope::contains).toList();
    return Extent.of(scope, all, successions.now(), now);
  }
}
