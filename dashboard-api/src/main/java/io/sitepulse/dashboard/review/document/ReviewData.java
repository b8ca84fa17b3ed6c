package io.sitepulse.dashboard.review.document;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a review is written from.
 *
 * @param occasion for whom and when
 * @param question what was asked
 * @param summary the figures of the period
 * @param course they over time
 * @param sites by site; empty of one site
 * @param pages most read ones, by site
 * @param polls that took ballots in the period
 * @param targets for these sites in periods that meet this one
 */
public record ReviewData(
    Occasion occasion,
    ReportQuery query,
    Summary summary,
    TimeSeries timeSeries,
    Optional<Breakdown> sites,
    List<Pages> pages,
    Breakdown sources,
    Breakdown devices,
    List<PollResult> polls,
    List<Attainment> targets) {
  public ReviewData {
    pages = List.copyOf(pages);
    polls = List.copyOf(polls);
    targets = List.copyOf(targets);
  }

  /** What the figures are held against, in words; empty if nothing. */
  public Optional<String> compared(ReviewLabels labels) {
    return Optional.ofNullable(summary.compared())
        .map(days -> labels.periods.compared(query.period(), query.comparison(), days));
  }

  /**
   * For whom and when a review is made.
   *
   * @param organisation whose review it is; empty: that of its scope
   */
  public record Occasion(Language language, String organisation, String author, Instant made) {}

  /** The pages of a site. */
  public record Pages(Site site, Breakdown breakdown) {}

  /** A poll and its ballots. */
  public record PollResult(Poll poll, String siteName, PollTally tally) {}

  /**
   * A target and how far it was reached.
   *
   * @param name of the site or group, empty: all sites
   * @param running whether its period goes on
   * @param actual what was reached until now
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
