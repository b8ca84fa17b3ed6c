package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.PeriodTotals.Peak;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the summary of a period. */
final class SummaryLoader {
  private final ManageSources sources;
  private final SiteDayQueries days;
  private final HeadlineTargetSelector headlineTargetSelector;
  private final TargetProgressCalculator targetProgressCalculator;

  SummaryLoader(
      ManageSources sources,
      SiteDayQueries days,
      HeadlineTargetSelector headlineTargetSelector,
      TargetProgressCalculator targetProgressCalculator) {
    this.sources = sources;
    this.days = days;
    this.headlineTargetSelector = headlineTargetSelector;
    this.targetProgressCalculator = targetProgressCalculator;
  }

  Summary load(ResolvedReport report) {
    ReportQuery reportQuery = report.query();
    SiteSet siteSet = report.siteSet();
    Optional<Period> begun = report.begun();
    Optional<Period> compared = report.compared();
    DaySums now =
        begun.map(range -> sum(report.figures().days(siteSet, range))).orElse(DaySums.ZERO);
    ComparedFigures earlier = report.comparedFigures();
    DaySums before = earlier == null ? null : sum(earlier.days());
    LocalDate countedFrom = countedFrom(report).orElse(null);
    return new Summary(
        subject(report),
        new Summary.Days(
            PeriodResponse.of(reportQuery.period()),
            begun.map(PeriodResponse::of).orElse(null),
            compared.map(PeriodResponse::of).orElse(null),
            report.isLive(),
            report.isPart(),
            countedFrom),
        PeriodTotals.of(
            now, begun.flatMap(range -> peak(reportQuery, siteSet, range)).orElse(null)),
        before == null || earlier == null
            ? null
            : PeriodTotals.of(before, peak(reportQuery, siteSet, earlier.wholeDays())),
        countedFrom == null ? RelativeChange.of(now, before) : RelativeChange.NONE,
        begun.map(range -> ledger(siteSet, range)).orElse(Ledger.EMPTY),
        new Summary.Takeovers(predecessors(report), successor(report)),
        target(report));
  }

  /** The first day with figures, if none of the sites was counted on all compared days. */
  private Optional<LocalDate> countedFrom(ResolvedReport report) {
    return report
        .compared()
        .map(PeriodResponse::of)
        .flatMap(
            compared ->
                days.firstDay(report.siteSet().members())
                    .filter(first -> !compared.isCovered(first)));
  }

  private Summary.Subject subject(ResolvedReport report) {
    Scope scope = report.query().scope();
    SiteSet siteSet = report.siteSet();
    return new Summary.Subject(
        scope,
        name(scope),
        siteSet.members().stream().anyMatch(Site::sample),
        siteSet.zone().orElse(null),
        hiddenSites(report.query()),
        siteSet.movedSites(scope, report.query().sites(), report.succession()));
  }

  private int hiddenSites(ReportQuery query) {
    long all = sources.sites().all().stream().filter(query.scope()::contains).count();
    return Math.max(0, (int) all - query.sites().size());
  }

  private static DaySums sum(Map<LocalDate, DaySums> days) {
    return days.values().stream().reduce(DaySums.ZERO, DaySums::plus);
  }

  private @Nullable Peak peak(ReportQuery reportQuery, SiteSet siteSet, Optional<Period> range) {
    return range.flatMap(known -> peak(reportQuery, siteSet, known)).orElse(null);
  }

  /** Known for a single site only: the peaks of several sites need not be in the same minute. */
  private Optional<Peak> peak(ReportQuery reportQuery, SiteSet siteSet, Period range) {
    return reportQuery.filters().isEmpty()
        ? siteSet.only().flatMap(site -> days.peak(site, range))
        : Optional.empty();
  }

  private Ledger ledger(SiteSet siteSet, Period range) {
    return days.ledgers(siteSet.members(), range).values().stream()
        .reduce(Ledger.EMPTY, Ledger::plus);
  }

  private String name(Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(group -> group.name()).orElse(scope.id());
      case ALL -> "";
    };
  }

  private List<Summary.Takeover> predecessors(ResolvedReport report) {
    SiteSet siteSet = report.siteSet();
    var found = new ArrayList<Summary.Takeover>();
    if (report.query().scope().kind() == Scope.Kind.SITE) {
      for (Site member : siteSet.members()) {
        for (Site taken : report.succession().predecessors(member, siteSet.now())) {
          member.predecessors().stream()
              .filter(predecessor -> predecessor.site().equals(taken.id()))
              .map(Predecessor::from)
              .findFirst()
              .ifPresent(from -> found.add(new Summary.Takeover(taken.id(), taken.name(), from)));
        }
      }
    }
    return found;
  }

  private Summary.@Nullable Takeover successor(ResolvedReport report) {
    Scope scope = report.query().scope();
    if (scope.kind() != Scope.Kind.SITE) {
      return null;
    }
    return report
        .succession()
        .successor(scope.id(), report.siteSet().now())
        .map(
            successor ->
                new Summary.Takeover(
                    successor.site(), name(Scope.site(successor.site())), successor.from()))
        .orElse(null);
  }

  /**
   * The headline target. Null with filters, or if the caller does not see all sites of the scope.
   */
  private @Nullable TargetProgress target(ResolvedReport report) {
    ReportQuery reportQuery = report.query();
    if (!reportQuery.filters().isEmpty() || !isWhole(reportQuery.scope(), reportQuery.sites())) {
      return null;
    }
    return headlineTargetSelector
        .shortest(reportQuery.scope(), reportQuery.period())
        .map(target -> progress(target, report))
        .orElse(null);
  }

  private @Nullable TargetProgress progress(Target target, ResolvedReport report) {
    return targetProgressCalculator
        .of(
            List.of(target),
            report.succession(),
            report.siteSet().now(),
            report.query().period().to())
        .get(target.id());
  }

  /** True if all sites of the scope are among those visible. */
  private boolean isWhole(Scope scope, List<Site> visible) {
    return sources.sites().all().stream()
        .filter(scope::contains)
        .allMatch(site -> visible.stream().anyMatch(one -> one.id().equals(site.id())));
  }
}
