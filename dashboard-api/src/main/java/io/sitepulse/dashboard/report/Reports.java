package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import java.util.List;

/**
 * The figures of reports. Calls wait for ClickHouse: only in a {@link
 * io.sitepulse.dashboard.manage.BlockingPool}. If it is away or too slow they throw {@link
 * io.sitepulse.runtime.http.ProblemException} with status 503, all but {@link #overview}.
 */
public interface Reports {
  /** How many days a sparkline has. */
  int SPARK_DAYS = 30;

  /**
   * How some sites stand. Answers without ClickHouse too, then {@link Overview#complete} is false.
   *
   * @param visible the sites the asker may see
   */
  Overview overview(List<Site> visible, Comparison comparison);

  /** The figures of a period. */
  Summary summary(ReportQuery reportQuery);

  /** Figures over time. */
  TimeSeries timeSeries(ReportQuery reportQuery);

  /** When sites are read. */
  WeekHeatMap weekHeatMap(ReportQuery reportQuery);

  /** Figures by the values of a dimension. */
  Breakdown breakdown(ReportQuery reportQuery, Dimension dimension, ListQuery listQuery);

  /** What became of every event. */
  LedgerReport ledger(ReportQuery reportQuery);
}
