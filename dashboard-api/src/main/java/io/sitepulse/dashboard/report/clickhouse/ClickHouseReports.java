package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.LedgerReport;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.ReportDays;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.report.WeekHeatMap;
import io.sitepulse.dashboard.succession.SiteSuccession;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports from ClickHouse and the live counters. A question goes one way:
 *
 * <pre>
 * Question ─▶ Extent (whose figures, by Succession) and Days (which, by the clock)
 *                  ├─▶ CountedFigures:  site_days, today live, dimension_days
 *                  └─▶ FilteredFigures: resolved and raw events, if visits are filtered
 *                            └─▶ Summaries, Courses, Breakdowns …
 * </pre>
 */
public final class ClickHouseReports implements Reports {
  private final Clock clock;
  private final SiteSuccessionCache siteSuccessionCache;
  private final ReportQueries reportQueries;
  private final SiteDayQueries days;
  private final FigureSource counted;
  private final PastTotalsLoader pastTotalsLoader;
  private final TargetProgressCalculator targetProgressCalculator;
  private final SummaryLoader summaryLoader;
  private final OverviewLoader overviewLoader;

  /**
   * Reports over some sources.
   *
   * @param timeout the longest a query may take
   */
  public ClickHouseReports(
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      Duration timeout,
      Clock clock) {
    var live = new LiveDays(sources.counters());
    var goals = new HeadlineTargetSelector(sources.targets());
    this.clock = clock;
    this.siteSuccessionCache = siteSuccessionCache;
    this.reportQueries = new ReportQueries(sources.jdbi(), timeout);
    this.days = new SiteDayQueries(reportQueries);
    this.pastTotalsLoader = new PastTotalsLoader(reportQueries);
    var countedDays = new CountedDays(days, live);
    this.counted =
        new CountedFigures(
            countedDays,
            new DimensionDayQueries(
                reportQueries, new MonthRollupAvailability(reportQueries, clock)));
    this.targetProgressCalculator =
        new TargetProgressCalculator(
            sources.sites(), siteSuccessionCache, countedDays, live, clock);
    this.summaryLoader = new SummaryLoader(sources, days, goals, targetProgressCalculator);
    this.overviewLoader = new OverviewLoader(sources, live, goals);
  }

  /** How far targets have been reached. */
  public TargetProgressCalculator attainments() {
    return targetProgressCalculator;
  }

  @Override
  public Overview overview(List<Site> visible, Comparison comparison) {
    SiteSet siteSet = extent(Scope.ALL, visible);
    try {
      var past = pastTotalsLoader.of(siteSet, comparison);
      return overviewLoader.overview(
          siteSet, visible, past, targets -> targetProgressCalculator.of(targets, siteSet.now()));
    } catch (ProblemException e) {
      return liveOverview(visible);
    }
  }

  /** The overview as far as it is known without ClickHouse; does not wait. */
  public Overview liveOverview(List<Site> visible) {
    SiteSet siteSet = extent(Scope.ALL, visible);
    return overviewLoader.overview(
        siteSet,
        visible,
        null,
        targets -> targetProgressCalculator.counted(targets, siteSet.now()));
  }

  @Override
  public Summary summary(ReportQuery reportQuery) {
    SiteSuccession siteSuccession = siteSuccessionCache.now();
    SiteSet siteSet = extent(reportQuery.scope(), reportQuery.sites());
    return summaryLoader.summary(
        reportQuery, siteSet, siteSuccession, days(reportQuery, siteSet), figures(reportQuery));
  }

  @Override
  public TimeSeries timeSeries(ReportQuery reportQuery) {
    SiteSet siteSet = extent(reportQuery.scope(), reportQuery.sites());
    return new TimeSeriesLoader(figures(reportQuery), siteSet, days(reportQuery, siteSet)).timeSeries();
  }

  @Override
  public WeekHeatMap weekHeatMap(ReportQuery reportQuery) {
    SiteSet siteSet = extent(reportQuery.scope(), reportQuery.sites());
    var found = new HashMap<List<Integer>, WeekHeatMap.Cell>();
    days(reportQuery, siteSet)
        .begun()
        .map(begun -> figures(reportQuery).week(siteSet, begun))
        .orElseGet(List::of)
        .forEach(
            cell ->
                found.merge(
                    List.of(cell.weekday(), cell.hour()), cell, ClickHouseReports::together));
    var cells = new ArrayList<WeekHeatMap.Cell>();
    for (int weekday = 1; weekday <= 7; weekday++) {
      for (int hour = 0; hour < 24; hour++) {
        cells.add(
            found.getOrDefault(List.of(weekday, hour), new WeekHeatMap.Cell(weekday, hour, 0, 0)));
      }
    }
    return new WeekHeatMap(cells);
  }

  @Override
  public Breakdown breakdown(ReportQuery reportQuery, Dimension dimension, ListQuery listQuery) {
    SiteSet siteSet = extent(reportQuery.scope(), reportQuery.sites());
    return new BreakdownLoader(figures(reportQuery), siteSet, days(reportQuery, siteSet))
        .breakdown(reportQuery.scope(), dimension, listQuery);
  }

  @Override
  public LedgerReport ledger(ReportQuery reportQuery) {
    SiteSet siteSet = extent(reportQuery.scope(), reportQuery.sites());
    Period begun = days(reportQuery, siteSet).begun().orElse(null);
    if (begun == null) {
      return new LedgerReport(List.of(), Ledger.EMPTY);
    }
    Map<LocalDate, Ledger> known =
        siteSet.parts().isEmpty() ? Map.of() : days.ledgers(siteSet.members(), begun);
    return new LedgerReport(
        begun
            .from()
            .datesUntil(begun.to().plusDays(1))
            .map(day -> new LedgerReport.Day(day, known.getOrDefault(day, Ledger.EMPTY)))
            .toList(),
        known.values().stream().reduce(Ledger.EMPTY, Ledger::plus));
  }

  private FigureSource figures(ReportQuery reportQuery) {
    return reportQuery.filters().isEmpty()
        ? counted
        : new FilteredFigures(new FilteredEvents(reportQueries, reportQuery.filters()));
  }

  private SiteSet extent(Scope scope, Collection<Site> sites) {
    return SiteSet.of(scope, sites, siteSuccessionCache.now(), clock.instant());
  }

  private static ReportDays days(ReportQuery reportQuery, SiteSet siteSet) {
    return new ReportDays(reportQuery.period(), reportQuery.comparison(), siteSet.today());
  }

  private static WeekHeatMap.Cell together(WeekHeatMap.Cell one, WeekHeatMap.Cell other) {
    return new WeekHeatMap.Cell(
        one.weekday(), one.hour(), one.views() + other.views(), one.visits() + other.visits());
  }
}
