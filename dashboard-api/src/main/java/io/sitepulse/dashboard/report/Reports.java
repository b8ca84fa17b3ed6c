package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Loads reports. Calls block on ClickHouse: only in a {@link
 * io.sitepulse.dashboard.manage.BlockingPool}. If it is unavailable or too slow they throw {@link
 * io.sitepulse.runtime.http.ProblemException} with status 503, except {@link #overview} and {@link
 * #targetProgress}.
 */
public interface Reports {
  /** Days of a sparkline. */
  int SPARK_DAYS = 30;

  /** The same reports as of one instant, for answers that combine several of them. */
  Reports asOf(Instant instant);

  /**
   * Totals of several sites. If ClickHouse is unavailable, {@link Overview#complete} is false.
   *
   * @param visible the sites the caller may see
   */
  Overview overview(List<Site> visible, Comparison comparison);

  /** Totals of a period. */
  Summary summary(ReportQuery reportQuery);

  /** Totals by hour, day or month. */
  TimeSeries timeSeries(ReportQuery reportQuery);

  /** Page views and visits by weekday and hour. */
  WeekHeatMap weekHeatMap(ReportQuery reportQuery);

  /** Totals by the values of a dimension. */
  Breakdown breakdown(ReportQuery reportQuery, Dimension dimension, ListQuery listQuery);

  /** Counted, duplicate and rejected events by day. */
  LedgerReport ledger(ReportQuery reportQuery);

  /** Events that the collectors refused, by reason and origin. */
  RefusedEvents refusedEvents(ReportQuery reportQuery);

  /**
   * Progress of targets, by target id. If ClickHouse is unavailable, {@code actual} is null for all
   * periods but the current month and year.
   */
  Map<String, TargetProgress> targetProgress(Collection<Target> targets);
}
