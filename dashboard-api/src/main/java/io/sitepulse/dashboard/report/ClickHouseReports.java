package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.http.ProblemException;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.site.Succession;
import io.sitepulse.dashboard.site.Successions;
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
  private final Successions successions;
  private final Queries queries;
  private final SiteDays days;
  private final FigureSource counted;
  private final History history;
  private final Attainments attainments;
  private final Summaries summaries;
  private final Overviews overviews;

  /**
   * Reports over some sources.
   *
   * @param timeout the longest a query may take
   */
  public ClickHouseReports(
      ManageSources sources, Successions successions, Duration timeout, Clock clock) {
    var live = new LiveDays(sources.counters());
    var goals = new Goals(sources.targets());
    this.clock = clock;
    this.successions = successions;
    this.queries = new Queries(sources.jdbi(), timeout);
    this.days = new SiteDays(queries);
    this.history = new History(queries);
    var countedDays = new CountedDays(days, live);
    this.counted =
        new CountedFigures(countedDays, new DimensionDays(queries, new Months(queries, clock)));
    this.attainments = new Attainments(sources.sites(), successions, countedDays, live, clock);
    this.summaries = new Summaries(sources, days, goals, attainments);
    this.overviews = new Overviews(sources, live, goals);
  }

  /** How far targets have been reached. */
  public Attainments attainments() {
    return attainments;
  }

  @Override
  public Overview overview(List<Site> visible, Comparison comparison) {
    Extent extent = extent(Scope.ALL, visible);
    try {
      var past = history.of(extent, comparison);
      return overviews.overview(
          extent, visible, past, targets -> attainments.of(targets, extent.now()));
    } catch (ProblemException e) {
      return liveOverview(visible);
    }
  }

  /** The overview as far as it is known without ClickHouse; does not wait. */
  Overview liveOverview(List<Site> visible) {
    Extent extent = extent(Scope.ALL, visible);
    return overviews.overview(
        extent, visible, null, targets -> attainments.counted(targets, extent.now()));
  }

  @Override
  public Summary summary(Question question) {
    Succession succession = successions.now();
    Extent extent = extent(question.scope(), question.sites());
    return summaries.summary(
        question, extent, succession, days(question, extent), figures(question));
  }

  @Override
  public Course course(Question question) {
    Extent extent = extent(question.scope(), question.sites());
    return new Courses(figures(question), extent, days(question, extent)).course();
  }

  @Override
  public Hours hours(Question question) {
    Extent extent = extent(question.scope(), question.sites());
    var found = new HashMap<List<Integer>, Hours.Cell>();
    days(question, extent)
        .begun()
        .map(begun -> figures(question).week(extent, begun))
        .orElseGet(List::of)
        .forEach(
            cell ->
                found.merge(
                    List.of(cell.weekday(), cell.hour()), cell, ClickHouseReports::together));
    var cells = new ArrayList<Hours.Cell>();
    for (int weekday = 1; weekday <= 7; weekday++) {
      for (int hour = 0; hour < 24; hour++) {
        cells.add(found.getOrDefault(List.of(weekday, hour), new Hours.Cell(weekday, hour, 0, 0)));
      }
    }
    return new Hours(cells);
  }

  @Override
  public Breakdown breakdown(Question question, Dimension dimension, Listing listing) {
    Extent extent = extent(question.scope(), question.sites());
    return new Breakdowns(figures(question), extent, days(question, extent))
        .breakdown(question.scope(), dimension, listing);
  }

  @Override
  public LedgerReport ledger(Question question) {
    Extent extent = extent(question.scope(), question.sites());
    Period begun = days(question, extent).begun().orElse(null);
    if (begun == null) {
      return new LedgerReport(List.of(), Ledger.EMPTY);
    }
    Map<LocalDate, Ledger> known =
        extent.parts().isEmpty() ? Map.of() : days.ledgers(extent.members(), begun);
    return new LedgerReport(
        begun
            .from()
            .datesUntil(begun.to().plusDays(1))
            .map(day -> new LedgerReport.Day(day, known.getOrDefault(day, Ledger.EMPTY)))
            .toList(),
        known.values().stream().reduce(Ledger.EMPTY, Ledger::plus));
  }

  private FigureSource figures(Question question) {
    return question.filters().isEmpty()
        ? counted
        : new FilteredFigures(new FilteredEvents(queries, question.filters()));
  }

  private Extent extent(Scope scope, Collection<Site> sites) {
    return Extent.of(scope, sites, successions.now(), clock.instant());
  }

  private static Days days(Question question, Extent extent) {
    return new Days(question.period(), question.comparison(), extent.today());
  }

  private static Hours.Cell together(Hours.Cell one, Hours.Cell other) {
    return new Hours.Cell(
        one.weekday(), one.hour(), one.views() + other.views(), one.visits() + other.visits());
  }
}
