package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.DataOrigin;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.LedgerReport;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.report.WeekHeatMap;
import io.sitepulse.dashboard.succession.SiteSuccession;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reports from ClickHouse and the live counters.
 *
 * <pre>
 * ReportQuery ─▶ ResolvedReport: SiteSet, days begun and compared, with one of
 *                  ├─▶ CountedFigures:  site_days, live counters of today, dimension_days
 *                  └─▶ FilteredFigures: resolved and raw events, if visits are filtered
 *                  with ComparedFigures: the same until the local time of now, of running periods
 *                            └─▶ SummaryLoader, TimeSeriesLoader, BreakdownLoader …
 * </pre>
 */
public final class ClickHouseReports implements Reports {
  /** No website was counted before. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  private final Loaders loaders;
  private final Supplier<SiteSuccession> siteSuccession;
  private final Clock clock;

  /** The loaders, which know neither the clock nor the succession of sites. */
  private record Loaders(
      ReportQueries queries,
      FigureSource counted,
      SummaryLoader summary,
      SiteDayQueries siteDays,
      OverviewLoader overview,
      PastTotalsLoader pastTotals,
      TargetProgressCalculator targetProgress,
      ManageSources sources) {

    static Loaders of(ManageSources sources, Duration timeout, Clock clock) {
      var queries = new ReportQueries(sources.jdbi(), timeout);
      var live = new LiveDays(sources.counters());
      var siteDays = new SiteDayQueries(queries);
      var months = new MonthRollupAvailability(queries, clock);
      var counted = new CountedFigures(siteDays, live, new DimensionDayQueries(queries, months));
      return of(sources, queries, counted, siteDays);
    }

    /** The same loaders over other definitions. */
    Loaders with(ManageSources sources) {
      return of(sources, queries, counted, siteDays);
    }

    private static Loaders of(
        ManageSources sources,
        ReportQueries queries,
        FigureSource counted,
        SiteDayQueries siteDays) {
      var live = new LiveDays(sources.counters());
      var selector = new HeadlineTargetSelector(sources.targets());
      var progress = new TargetProgressCalculator(sources.sites(), counted, live);
      return new Loaders(
          queries,
          counted,
          new SummaryLoader(sources, siteDays, selector, progress),
          siteDays,
          new OverviewLoader(sources, live, selector),
          new PastTotalsLoader(queries),
          progress,
          sources);
    }

    /** The sites that the overview of all sites lists and that of some does not. */
    List<Site> hidden(List<Site> visible, SiteSuccession succession, Instant now) {
      var seen = Set.copyOf(visible.stream().map(Site::id).toList());
      return SiteSet.of(Scope.ALL, sources.sites().all(), succession, now).parts().stream()
          .map(SiteSet.Part::site)
          .filter(site -> !seen.contains(site.id()))
          .toList();
    }
  }

  /**
   * Creates reports.
   *
   * @param siteSuccession returns the succession of the present definitions
   * @param timeout the longest a query may take
   */
  public ClickHouseReports(
      ManageSources sources,
      Supplier<SiteSuccession> siteSuccession,
      Duration timeout,
      Clock clock) {
    this(Loaders.of(sources, timeout, clock), siteSuccession, clock);
  }

  private ClickHouseReports(Loaders loaders, Supplier<SiteSuccession> siteSuccession, Clock clock) {
    this.loaders = loaders;
    this.siteSuccession = siteSuccession;
    this.clock = clock;
  }

  @Override
  public Reports asOf(Instant instant, ManageSources definitions, LocalDate lastMerger) {
    SiteSuccession then = SiteSuccession.of(definitions.sites().all()).until(lastMerger);
    return new ClickHouseReports(
        loaders.with(definitions), () -> then, Clock.fixed(instant, ZoneOffset.UTC));
  }

  @Override
  public List<Change> definitionChanges(Instant from) {
    return loaders.siteDays().definitionChanges(from);
  }

  @Override
  public Map<String, TargetProgress> targetProgress(Collection<Target> targets, LocalDate until) {
    return loaders.targetProgress().of(targets, siteSuccession.get(), clock.instant(), until);
  }

  @Override
  public DataOrigin origin(ReportQuery reportQuery) {
    var siteSet = resolve(reportQuery).siteSet();
    var members = siteSet.members();
    var closed = SiteSet.closed(reportQuery.period(), siteSet.today());
    var days = loaders.siteDays();
    var baselines =
        DataOrigin.Baselines.of(
            members,
            days.baselineChanges(members),
            days.registered(members),
            reportQuery.period().to());
    return new DataOrigin(
        closed.map(range -> days.importedViews(members, range)).orElse(0L),
        firstDays(siteSet, days.firstDays(members)),
        reportQuery
            .period()
            .begun(siteSet.today())
            .map(begun -> publicTotal(siteSet, begun.to(), baselines))
            .orElse(null),
        baselines);
  }

  @Override
  public Map<String, LocalDate> registeredAfter(Collection<Site> sites, LocalDate day) {
    var later = new HashMap<String, LocalDate>();
    var registered = loaders.siteDays().registered(sites);
    for (Site site : sites) {
      Instant at = registered.get(site.id());
      if (at != null && site.dayAt(at).isAfter(day)) {
        later.put(site.id(), site.dayAt(at));
      }
    }
    var succession = siteSuccession.get();
    var members = new HashMap<String, List<Site>>();
    sites.stream()
        .filter(site -> later.containsKey(site.id()))
        .forEach(site -> members.put(site.id(), succession.members(site, clock.instant())));
    var first =
        loaders.siteDays().firstDays(members.values().stream().flatMap(List::stream).toList());
    members.forEach(
        (id, all) -> {
          if (all.stream()
              .anyMatch(one -> !first.getOrDefault(one.id(), LocalDate.MAX).isAfter(day))) {
            later.remove(id);
          }
        });
    return later;
  }

  private DataOrigin.PublicTotal publicTotal(
      SiteSet siteSet, LocalDate until, DataOrigin.Baselines baselines) {
    DaySums days = DaySums.ZERO;
    // A period is limited, and a site may have more days.
    LocalDate from = FIRST_DAY;
    while (!from.isAfter(until)) {
      LocalDate last = from.plusDays(Period.MAX_DAYS - 1);
      var range = Period.free(from, last.isAfter(until) ? until : last);
      days = loaders.counted().sites(siteSet, range).values().stream().reduce(days, DaySums::plus);
      from = last.plusDays(1);
    }
    DaySums baseline = DaySums.ZERO;
    var later = new ArrayList<String>();
    for (Site site : siteSet.members()) {
      Baseline known = baselines.known().get(site.id());
      if (known != null && known.asOf().isAfter(until)) {
        later.add(site.name());
      } else {
        baseline = baseline.plus(OverviewLoader.sums(known));
      }
    }
    return new DataOrigin.PublicTotal(until, baseline, days, later);
  }

  /** The first days of listed sites from those of all members. */
  private static Map<String, LocalDate> firstDays(SiteSet siteSet, Map<String, LocalDate> members) {
    var first = new HashMap<String, LocalDate>();
    for (SiteSet.Part part : siteSet.parts()) {
      part.members().stream()
          .map(member -> members.get(member.id()))
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .ifPresent(day -> first.put(part.site().id(), day));
    }
    return first;
  }

  @Override
  public Map<String, Reports.PollState> pollResults(Collection<String> polls, Instant before) {
    return polls.isEmpty() ? Map.of() : loaders.siteDays().pollResults(polls, before);
  }

  @Override
  public Overview overview(List<Site> visible, Comparison comparison) {
    var succession = siteSuccession.get();
    var siteSet = SiteSet.of(Scope.ALL, visible, succession, clock.instant());
    try {
      var past =
          loaders
              .pastTotals()
              .of(siteSet, comparison, loaders.siteDays().firstDays(siteSet.members()));
      var changes = loaders.siteDays().baselineChanges(siteSet.members());
      return loaders
          .overview()
          .load(
              siteSet,
              visible,
              loaders.hidden(visible, succession, siteSet.now()),
              past,
              targets -> loaders.targetProgress().of(targets, succession, siteSet.now()))
          .with(changes);
    } catch (ProblemException e) {
      return liveOverview(visible, Overview.Gap.AWAY);
    }
  }

  /** The overview from live counters alone, without waiting for ClickHouse. */
  public Overview liveOverview(List<Site> visible, Overview.Gap gap) {
    var succession = siteSuccession.get();
    var siteSet = SiteSet.of(Scope.ALL, visible, succession, clock.instant());
    return loaders
        .overview()
        .load(
            siteSet,
            visible,
            loaders.hidden(visible, succession, siteSet.now()),
            null,
            targets -> loaders.targetProgress().live(targets, succession, siteSet.now()))
        .with(gap);
  }

  @Override
  public Summary summary(ReportQuery reportQuery) {
    return loaders.summary().load(resolve(reportQuery));
  }

  @Override
  public TimeSeries timeSeries(ReportQuery reportQuery) {
    var report = resolve(reportQuery);
    var series = new TimeSeriesLoader(report).load();
    return report.compared().isEmpty()
        ? series
        : series.countedFrom(loaders.siteDays().firstDay(report.siteSet().members()).orElse(null));
  }

  @Override
  public WeekHeatMap weekHeatMap(ReportQuery reportQuery) {
    var report = resolve(reportQuery);
    return WeekHeatMap.of(
        report
            .begun()
            .map(begun -> report.figures().week(report.siteSet(), begun))
            .orElseGet(List::of));
  }

  @Override
  public Breakdown breakdown(ReportQuery reportQuery, Dimension dimension, ListQuery listQuery) {
    var report = resolve(reportQuery);
    Map<String, LocalDate> firstDays =
        report.compared().isEmpty()
            ? Map.of()
            : loaders.siteDays().firstDays(report.siteSet().members());
    return new BreakdownLoader(report, firstDays).load(dimension, listQuery);
  }

  @Override
  public LedgerReport ledger(ReportQuery reportQuery) {
    var report = resolve(reportQuery);
    return report
        .begun()
        .map(
            begun ->
                LedgerReport.of(
                    begun,
                    loaders.siteDays().ledgers(report.siteSet().members(), begun),
                    loaders.siteDays().refused(report.siteSet().members(), begun)))
        .orElseGet(() -> new LedgerReport(List.of(), Ledger.EMPTY, Map.of()));
  }

  @Override
  public RefusedEvents refusedEvents(ReportQuery reportQuery) {
    var report = resolve(reportQuery);
    var members = report.siteSet().members();
    return report
        .begun()
        .map(
            begun ->
                RefusedEvents.of(
                    LedgerReport.sum(loaders.siteDays().refused(members, begun)),
                    loaders.siteDays().refusedOrigins(members, begun)))
        .orElse(RefusedEvents.NONE);
  }

  /**
   * Refuses the name of a browser or system that neither is usual nor do the sites' events have.
   */
  private void requireKnownNames(Filters filters, List<Site> sites) {
    for (Dimension dimension : filters.unusual()) {
      List<String> ids = sites.stream().map(Site::id).toList();
      List<String> names =
          ids.isEmpty()
              ? List.of()
              : loaders
                  .queries()
                  .list(
                      "names.sql",
                      sql -> sql.bindList("sites", ids).bind("dimension", dimension.label()),
                      (row, c) -> row.getString("value"));
      try {
        filters.requireAmong(names, dimension);
      } catch (FieldViolationException e) {
        throw Problem.invalid(e).asException();
      }
    }
  }

  private ResolvedReport resolve(ReportQuery query) {
    var succession = siteSuccession.get();
    var siteSet = SiteSet.of(query.scope(), query.sites(), succession, clock.instant());
    requireKnownNames(query.filters(), siteSet.members());
    FigureSource figures =
        query.filters().isEmpty()
            ? loaders.counted()
            : new FilteredFigures(new FilteredEvents(loaders.queries(), query.filters()));
    var compared =
        ResolvedReport.comparisonEnd(
                query.period(), query.comparison(), siteSet.today(), siteSet.now())
            .map(
                end ->
                    ComparedFigures.of(end, siteSet, figures, loaders.queries(), query.filters()));
    return new ResolvedReport(
        query, siteSet, succession, figures, compared.orElse(null), siteSet.today());
  }
}
