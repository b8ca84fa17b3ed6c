package io.sitepulse.dashboard.review.document;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data a review is written from.
 *
 * @param occasion reader, author and time
 * @param query sites, period and comparison
 * @param summary totals of the period
 * @param timeSeries totals over time
 * @param breakdowns totals by site, page, source and device
 * @param polls open during the period
 * @param targets of these sites whose periods overlap this one
 * @param refused events of the period that the collectors refused
 */
public record ReviewData(
    Occasion occasion,
    ReportQuery query,
    Summary summary,
    TimeSeries timeSeries,
    Breakdowns breakdowns,
    List<PollResult> polls,
    List<Attainment> targets,
    RefusedEvents refused) {
  public ReviewData {
    polls = List.copyOf(polls);
    targets = List.copyOf(targets);
  }

  /** The name of the compared period. Empty if there is none. */
  public Optional<String> compared(ReviewLabels labels) {
    return Optional.ofNullable(summary.days().compared())
        .map(days -> labels.periods.compared(query.period(), query.comparison(), days));
  }

  /**
   * Language, organisation, author and time of a review.
   *
   * @param organisation issuing organisation. Empty for the name of the scope
   */
  public record Occasion(Language language, String organisation, String author, Instant made) {}

  /**
   * Totals by site, page, source and device.
   *
   * @param sites totals by site. Empty for a single site
   * @param pages most viewed pages, by site
   */
  public record Breakdowns(
      Optional<Breakdown> sites, List<Pages> pages, Breakdown sources, Breakdown devices) {
    public Breakdowns {
      pages = List.copyOf(pages);
    }
  }

  /** The most viewed pages of a site. */
  public record Pages(Site site, Breakdown breakdown) {}

  /** A poll with its tally. */
  public record PollResult(Poll poll, String siteName, PollTally tally) {}

  /**
   * A target with its progress.
   *
   * @param name of the site or group. Empty for all sites
   * @param running true if its period is not over
   * @param actual value reached until now
   */
  public record Attainment(
      String name,
      Metric metric,
      Period period,
      long value,
      long actual,
      boolean running,
      @Nullable String source) {
    public double share() {
      return (double) actual / value;
    }
  }
}
