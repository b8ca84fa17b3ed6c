package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Course;
import io.sitepulse.dashboard.report.Question;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.web.Language;
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
record Findings(
    Occasion occasion,
    Question question,
    Summary summary,
    Course course,
    Optional<Breakdown> sites,
    List<Pages> pages,
    Breakdown sources,
    Breakdown devices,
    List<PollResult> polls,
    List<Attainment> targets) {
  Findings {
    pages = List.copyOf(pages);
    polls = List.copyOf(polls);
    targets = List.copyOf(targets);
  }

  /** What the figures are held against, in words; empty if nothing. */
  Optional<String> compared(Words words) {
    return Optional.ofNullable(summary.compared())
        .map(days -> words.periods.compared(question.period(), question.comparison(), days));
  }

  /**
   * For whom and when a review is made.
   *
   * @param organisation whose review it is; empty: that of its scope
   */
  record Occasion(Language language, String organisation, String author, Instant made) {}

  /** The pages of a site. */
  record Pages(Site site, Breakdown breakdown) {}

  /** A poll and its ballots. */
  record PollResult(Poll poll, String siteName, PollTally tally) {}

  /**
   * A target and how far it was reached.
   *
   * @param name of the site or group, empty: all sites
   * @param running whether its period goes on
   * @param actual what was reached until now
   */
  record Attainment(
      String name,
      Metric metric,
      Period period,
      long value,
      long actual,
      boolean running,
      @Nullable String source) {
    double share() {
      return (double) actual / value;
    }
  }
}
