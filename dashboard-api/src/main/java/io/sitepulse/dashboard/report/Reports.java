package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import java.util.List;

/**
 * The figures of reports. Calls wait for ClickHouse: only in a {@link
 * io.sitepulse.dashboard.manage.BlockingPool}. If it is away or too slow they throw {@link
 * io.sitepulse.contract.http.ProblemException} with status 503, all but {@link #overview}.
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
  Summary summary(Question question);

  /** Figures over time. */
  Course course(Question question);

  /** When sites are read. */
  Hours hours(Question question);

  /** Figures by the values of a dimension. */
  Breakdown breakdown(Question question, Dimension dimension, Listing listing);

  /** What became of every event. */
  LedgerReport ledger(Question question);
}
