package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Peak;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.report.ReportDays;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.succession.SiteSuccession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the summary of a period together. */
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

  Summary summary(
      ReportQuery reportQuery,
      SiteSet siteSet,
      SiteSuccession siteSuccession,
      ReportDays asked,
      FigureSource figures) {
    Optional<Period> begun = asked.begun();
    Optional<Period> compared = asked.compared();
    DaySums now = begun.map(range -> sum(figures, siteSet, range)).orElse(DaySums.ZERO);
    DaySums before = compared.map(range -> sum(figures, siteSet, range)).orElse(null);
    return new Summary(
        reportQuery.scope(),
        name(reportQuery.scope()),
        siteSet.members().stream().anyMatch(Site::sample),
        siteSet.zone().orElse(null),
        PeriodResponse.of(reportQuery.period()),
        begun.map(PeriodResponse::of).orElse(null),
        compared.map(PeriodResponse::of).orElse(null),
        asked.isLive(),
        PeriodTotals.of(
            now, begun.flatMap(range -> peak(reportQuery, siteSet, range)).orElse(null)),
        before == null ? null : PeriodTotals.of(before, peak(reportQuery, siteSet, compared)),
        RelativeChange.of(now, before),
        begun.map(range -> ledger(siteSet, range)).orElse(Ledger.EMPTY),
        predecessors(reportQuery.scope(), siteSet, siteSuccession),
        successor(reportQuery.scope(), siteSet, siteSuccession),
        goal(reportQuery, siteSet));
  }

  private static DaySums sum(FigureSource figures, SiteSet siteSet, Period range) {
    return figures.days(siteSet, range).values().stream().reduce(DaySums.ZERO, DaySums::plus);
  }

  private @Nullable Peak peak(ReportQuery reportQuery, SiteSet siteSet, Optional<Period> range) {
    return range.flatMap(known -> peak(reportQuery, siteSet, known)).orElse(null);
  }

  /** Of several sites the most at once is not known: their minutes' maxima need not coincide. */
  private Optional<Peak> peak(ReportQuery reportQuery, SiteSet siteSet, Period range) {
    return reportQuery.filters().isEmpty()
        ? siteSet.only().flatMap(site -> days.peak(site, range))
        : Optional.empty();
  }

  private Ledger ledger(SiteSet siteSet, Period range) {
    return siteSet.parts().isEmpty()
        ? Ledger.EMPTY
        : days.ledgers(siteSet.members(), range).values().stream()
            .reduce(Ledger.EMPTY, Ledger::plus);
  }

  private String name(Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(group -> group.name()).orElse(scope.id());
      case ALL -> "";
    };
  }

  private List<Summary.Takeover> predecessors(
      Scope scope, SiteSet siteSet, SiteSuccession siteSuccession) {
    var found = new ArrayList<Summary.Takeover>();
    if (scope.kind() == Scope.Kind.SITE) {
      for (Site member : siteSet.members()) {
        for (Site taken : siteSuccession.predecessors(member, siteSet.now())) {
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

  private Summary.@Nullable Takeover successor(
      Scope scope, SiteSet siteSet, SiteSuccession siteSuccession) {
    if (scope.kind() != Scope.Kind.SITE) {
      return null;
    }
    return siteSuccession
        .successor(scope.id(), siteSet.now())
        .map(
            successor ->
                new Summary.Takeover(
                    successor.site(), name(Scope.site(successor.site())), successor.from()))
        .orElse(null);
  }

  /** Only if all sites the target is for are among those asked about. */
  private @Nullable TargetProgress goal(ReportQuery reportQuery, SiteSet siteSet) {
    if (!reportQuery.filters().isEmpty() || !isWhole(reportQuery.scope(), reportQuery.sites())) {
      return null;
    }
    return headlineTargetSelector
        .shortest(reportQuery.scope(), reportQuery.period())
        .map(target -> targetProgressCalculator.of(List.of(target), siteSet.now()).get(target.id()))
        .orElse(null);
  }

  private boolean isWhole(Scope scope, List<Site> seen) {
    return sources.sites().all().stream()
        .filter(scope::contains)
        .allMatch(site -> seen.stream().anyMatch(one -> one.id().equals(site.id())));
  }
}
