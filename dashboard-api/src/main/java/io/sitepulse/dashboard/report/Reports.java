package io.sitepulse.dashboard.report;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.ManageSources;
import java.time.Instant;
import java.time.LocalDate;
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

  /**
   * The result of a poll at an instant.
   *
   * @param participants people who had voted
   * @param ballots ballots by option id
   */
  record PollState(long participants, Map<String, Long> ballots) {
    public static final PollState NONE = new PollState(0, Map.of());

    public PollState {
      ballots = Map.copyOf(ballots);
    }
  }

  /**
   * The same reports as of one instant, for documents that combine several of them.
   *
   * @param definitions the definitions at that time
   * @param lastMerger the last day whose mergers are seen
   */
  Reports asOf(Instant instant, ManageSources definitions, LocalDate lastMerger);

  /**
   * Changes of names, groups, mergers, polls and targets from an instant on, and all registrations
   * of sites, without their states, the oldest first.
   */
  List<Change> definitionChanges(Instant from);

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

  /** Where the figures of a period come from. */
  DataOrigin origin(ReportQuery reportQuery);

  /**
   * Sites that were registered after a day and have no figures until then, by id with the day of
   * registration. A site whose registration is not in the change log is missing.
   */
  Map<String, LocalDate> registeredAfter(Collection<Site> sites, LocalDate day);

  /**
   * Results of polls at the end of the last hour that began before an instant, by poll id. A poll
   * without votes is missing.
   */
  Map<String, PollState> pollResults(Collection<String> polls, Instant before);

  /**
   * Progress of targets until today, by target id. If ClickHouse is unavailable, {@code actual} is
   * null for all periods but the current month and year.
   */
  default Map<String, TargetProgress> targetProgress(Collection<Target> targets) {
    return targetProgress(targets, LocalDate.MAX);
  }

  /** Progress of targets until the end of a day, or until today, by target id. */
  Map<String, TargetProgress> targetProgress(Collection<Target> targets, LocalDate until);
}
