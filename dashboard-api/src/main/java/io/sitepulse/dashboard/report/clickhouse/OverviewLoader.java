package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.Overview.Figures;
import io.sitepulse.dashboard.report.Overview.Line;
import io.sitepulse.dashboard.report.Overview.Total;
import io.sitepulse.dashboard.report.PeriodComparison;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.TargetProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads the overview from live counters, past totals and targets, and sums it by group. */
final class OverviewLoader {
  private final ManageSources sources;
  private final LiveDays live;
  private final HeadlineTargetSelector headlineTargetSelector;

  OverviewLoader(
      ManageSources sources, LiveDays live, HeadlineTargetSelector headlineTargetSelector) {
    this.sources = sources;
    this.live = live;
    this.headlineTargetSelector = headlineTargetSelector;
  }

  /** Computes the progress of targets, by target id. */
  interface ProgressLookup {
    Map<String, TargetProgress> of(Collection<Target> targets);
  }

  /**
   * Loads the overview.
   *
   * @param visible the sites the caller may see
   * @param hidden listed sites that the caller may not see
   * @param past totals by site id, predecessors included. Null if ClickHouse is unavailable
   */
  Overview load(
      SiteSet siteSet,
      List<Site> visible,
      List<Site> hidden,
      @Nullable Map<String, PastTotalsLoader.Past> past,
      ProgressLookup progressLookup) {
    Map<String, Target> targets = targets(siteSet, visible);
    Map<String, TargetProgress> progress = progressLookup.of(targets.values());
    var known = new HashMap<String, TargetProgress>();
    targets.forEach((scope, target) -> known.put(scope, progress.get(target.id())));
    var lines =
        siteSet.parts().stream()
            .map(part -> line(part, siteSet, past, known.get(scope(part.site()))))
            .toList();
    return new Overview(
        siteSet.now(),
        past != null,
        null,
        lines,
        groups(lines, hidden, known),
        total(lines, hidden.size(), known.get(Scope.ALL.toString())),
        List.of());
  }

  private Line line(
      SiteSet.Part part,
      SiteSet siteSet,
      @Nullable Map<String, PastTotalsLoader.Past> past,
      @Nullable TargetProgress target) {
    Site site = part.site();
    CounterFigures now =
        part.members().stream()
            .map(member -> live.figures(member, siteSet.now()))
            .reduce(CounterFigures::plus)
            .orElseThrow();
    Optional<PastTotalsLoader.Past> before =
        past == null
            ? Optional.empty()
            : part.members().stream()
                .map(member -> withLatestDays(past.get(member.id()), member, siteSet))
                .reduce(PastTotalsLoader.Past::plus);
    return new Line(
        site.id(),
        site.name(),
        site.group(),
        site.sample(),
        site.archived(),
        figures(now, before, target, baseline(part.members())),
        part.members().stream().skip(1).map(Site::id).toList(),
        site.dayAt(siteSet.now()));
  }

  /** Replaces the latest days of a sparkline by those of the counters. ClickHouse may be behind. */
  private PastTotalsLoader.@Nullable Past withLatestDays(
      PastTotalsLoader.@Nullable Past past, Site site, SiteSet siteSet) {
    if (past == null) {
      return null;
    }
    LocalDate first = site.dayAt(siteSet.now()).minusDays(Reports.SPARK_DAYS - 1);
    var spark = new HashMap<>(past.spark());
    live.days(site)
        .tailMap(first)
        .forEach((day, sums) -> spark.put(days(first, day), sums.visits()));
    return past.with(spark);
  }

  private static int days(LocalDate first, LocalDate day) {
    return (int) (day.toEpochDay() - first.toEpochDay());
  }

  private static Figures figures(
      CounterFigures now,
      Optional<PastTotalsLoader.Past> before,
      @Nullable TargetProgress target,
      DaySums baseline) {
    return new Figures(
        now.online(),
        now.today(),
        before.map(past -> past.month(now.month())).orElseGet(() -> unknown(now.month())),
        before.map(past -> past.year(now.year())).orElseGet(() -> unknown(now.year())),
        target,
        before.map(past -> spark(past.spark(), now.today())).orElse(null),
        now.total(),
        baseline);
  }

  private static PeriodComparison unknown(DaySums now) {
    return PeriodComparison.of(now, null, null, null);
  }

  private static DaySums baseline(List<Site> members) {
    return members.stream()
        .map(member -> sums(member.baseline()))
        .reduce(DaySums.ZERO, DaySums::plus);
  }

  /** The sums of a baseline. */
  static DaySums sums(@Nullable Baseline baseline) {
    return baseline == null
        ? DaySums.ZERO
        : new DaySums(baseline.views(), baseline.visits(), baseline.visitors(), 0);
  }

  private static List<Long> spark(Map<Integer, Long> visits, DaySums today) {
    var spark = new ArrayList<Long>();
    for (int day = 0; day < Reports.SPARK_DAYS - 1; day++) {
      spark.add(visits.getOrDefault(day, 0L));
    }
    spark.add(today.visits());
    return spark;
  }

  private List<Overview.Group> groups(
      List<Line> lines, List<Site> hidden, Map<String, TargetProgress> targets) {
    var byGroup = new TreeMap<String, List<Line>>();
    for (Line line : lines) {
      if (line.group() != null) {
        byGroup.computeIfAbsent(line.group(), none -> new ArrayList<>()).add(line);
      }
    }
    return byGroup.entrySet().stream()
        .map(
            group ->
                group(
                    group.getKey(),
                    total(
                        group.getValue(),
                        (int) hidden.stream().filter(Scope.group(group.getKey())::contains).count(),
                        targets.get(Scope.group(group.getKey()).toString()))))
        .sorted(Comparator.comparing(Overview.Group::position).thenComparing(Overview.Group::name))
        .toList();
  }

  private Overview.Group group(String id, Total total) {
    Group group = sources.groups().get(id).orElseGet(() -> new Group(Group.VERSION, id, id, 0));
    return new Overview.Group(group.id(), group.name(), group.position(), total);
  }

  private static Total total(List<Line> lines, int hidden, @Nullable TargetProgress target) {
    var figures = lines.stream().map(Line::figures).toList();
    return new Total(
        lines.size(),
        hidden,
        new Figures(
            figures.stream().mapToLong(Figures::online).sum(),
            figures.stream().map(Figures::today).reduce(DaySums.ZERO, DaySums::plus),
            PeriodComparison.sum(figures.stream().map(Figures::month).toList()),
            PeriodComparison.sum(figures.stream().map(Figures::year).toList()),
            target,
            sparks(figures),
            figures.stream().map(Figures::total).reduce(DaySums.ZERO, DaySums::plus),
            figures.stream().map(Figures::baseline).reduce(DaySums.ZERO, DaySums::plus)));
  }

  private static @Nullable List<Long> sparks(List<Figures> all) {
    long[] sum = new long[Reports.SPARK_DAYS];
    for (Figures figures : all) {
      List<Long> spark = figures.spark();
      if (spark == null) {
        return null;
      }
      for (int day = 0; day < sum.length; day++) {
        sum[day] += spark.get(day);
      }
    }
    return java.util.Arrays.stream(sum).boxed().toList();
  }

  /**
   * The targets to show, by scope. Groups and the total have one only if the caller sees all their
   * sites.
   */
  private Map<String, Target> targets(SiteSet siteSet, List<Site> visible) {
    var found = new HashMap<String, Target>();
    Period today = Period.free(siteSet.today(), siteSet.today());
    siteSet.parts().stream()
        .map(part -> Scope.site(part.site().id()))
        .forEach(
            scope ->
                headlineTargetSelector
                    .longest(scope, today)
                    .ifPresent(t -> found.put(t.scope().toString(), t)));
    Set<String> visibleIds =
        visible.stream().map(Site::id).collect(Collectors.toCollection(HashSet::new));
    var hidden =
        sources.sites().all().stream().filter(site -> !visibleIds.contains(site.id())).toList();
    visible.stream()
        .filter(site -> site.group() != null)
        .map(site -> Scope.group(String.valueOf(site.group())))
        .distinct()
        .filter(scope -> hidden.stream().noneMatch(scope::contains))
        .forEach(
            scope ->
                headlineTargetSelector
                    .longest(scope, today)
                    .ifPresent(t -> found.put(t.scope().toString(), t)));
    if (hidden.isEmpty()) {
      headlineTargetSelector
          .longest(Scope.ALL, today)
          .ifPresent(t -> found.put(t.scope().toString(), t));
    }
    return found;
  }

  private static String scope(Site site) {
    return Scope.site(site.id()).toString();
  }
}
