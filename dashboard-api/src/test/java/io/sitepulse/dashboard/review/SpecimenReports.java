package io.sitepulse.dashboard.review;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.DataOrigin;
import io.sitepulse.dashboard.report.Dimension;
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
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.runtime.http.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A fake that answers every query with the sample data, or 503 while {@code away} is set. */
public final class SpecimenReports implements Reports {
  private ReviewData reviewData = new Specimen().data();
  private List<Change> changes = List.of();
  private final AtomicBoolean away;
  private final Function<Instant, Map<String, PollState>> pollResults;

  public SpecimenReports(AtomicBoolean away) {
    this(away, before -> Map.of());
  }

  SpecimenReports(AtomicBoolean away, Function<Instant, Map<String, PollState>> pollResults) {
    this.away = away;
    this.pollResults = pollResults;
  }

  /** Answers with these changes of definitions from now on. */
  void change(List<Change> later) {
    changes = List.copyOf(later);
  }

  /** Answers with other data from now on. */
  void show(Specimen specimen) {
    reviewData = specimen.data();
  }

  @Override
  public Summary summary(ReportQuery reportQuery) {
    if (away.get()) {
      throw Problem.unavailable("ClickHouse is unavailable.").asException();
    }
    return reviewData.summary();
  }

  @Override
  public TimeSeries timeSeries(ReportQuery reportQuery) {
    return reviewData.timeSeries();
  }

  @Override
  public Breakdown breakdown(ReportQuery reportQuery, Dimension dimension, ListQuery listQuery) {
    return switch (dimension) {
      case SITE -> reviewData.breakdowns().sites().orElseThrow();
      case PAGE -> reviewData.breakdowns().pages().get(0).breakdown();
      case SOURCE -> reviewData.breakdowns().sources();
      default -> reviewData.breakdowns().devices();
    };
  }

  @Override
  public Map<String, TargetProgress> targetProgress(Collection<Target> targets, LocalDate until) {
    return targets.stream()
        .collect(Collectors.toMap(Target::id, target -> TargetProgress.of(target, 971L, until)));
  }

  @Override
  public DataOrigin origin(ReportQuery reportQuery) {
    return reviewData.coverage().origin();
  }

  @Override
  public Map<String, LocalDate> registeredAfter(Collection<Site> sites, LocalDate day) {
    return Map.of();
  }

  @Override
  public Map<String, PollState> pollResults(Collection<String> polls, Instant before) {
    return pollResults.apply(before);
  }

  @Override
  public Reports asOf(Instant instant, ManageSources definitions, LocalDate lastMerger) {
    return this;
  }

  @Override
  public List<Change> definitionChanges(Instant from) {
    return changes;
  }

  @Override
  public Overview overview(List<Site> visible, Comparison comparison) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WeekHeatMap weekHeatMap(ReportQuery reportQuery) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RefusedEvents refusedEvents(ReportQuery reportQuery) {
    return reviewData.coverage().refused();
  }

  @Override
  public LedgerReport ledger(ReportQuery reportQuery) {
    throw new UnsupportedOperationException();
  }
}
