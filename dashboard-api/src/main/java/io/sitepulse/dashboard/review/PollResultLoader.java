package io.sitepulse.dashboard.review;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Reports.PollState;
import io.sitepulse.dashboard.review.document.ReviewData.PollResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Loads the polls of a review: those with ballots in its period, and those that the definition says
 * were open in it. Results are those at the end of the period. So a review that is made again later
 * has the same ones. Blocks on ClickHouse.
 */
final class PollResultLoader {
  private final ManageSources sources;
  private final Reports reports;

  PollResultLoader(ManageSources sources, Reports reports) {
    this.sources = sources;
    this.reports = reports;
  }

  /** Returns the polls, those with most participants in the period first. */
  List<PollResult> load(ReportQuery reportQuery, Instant now) {
    var known = reportQuery.sites().stream().collect(Collectors.toMap(Site::id, site -> site));
    var byZone = new HashMap<ZoneId, List<Poll>>();
    for (Poll poll : sources.polls().all()) {
      Site site = known.get(poll.site());
      if (site != null && poll.phaseAt(now) != Phase.DRAFT) {
        byZone.computeIfAbsent(site.zone(), none -> new ArrayList<>()).add(poll);
      }
    }
    var results = new ArrayList<PollResult>();
    byZone.forEach(
        (zone, polls) -> results.addAll(load(polls, known, reportQuery.period(), zone, now)));
    results.sort(
        Comparator.comparingLong((PollResult result) -> -result.participants())
            .thenComparing(result -> result.poll().id()));
    return results;
  }

  private List<PollResult> load(
      List<Poll> polls, Map<String, Site> sites, Period period, ZoneId zone, Instant now) {
    Instant begin = start(period.from(), zone);
    Instant end = start(period.to().plusDays(1), zone);
    if (now.isBefore(begin)) {
      return List.of();
    }
    var ids = polls.stream().map(Poll::id).toList();
    Map<String, PollState> before = reports.pollResults(ids, begin);
    Map<String, PollState> after = now.isBefore(end) ? present(ids) : reports.pollResults(ids, end);
    var results = new ArrayList<PollResult>();
    for (Poll poll : polls) {
      PollState earlier = before.getOrDefault(poll.id(), PollState.NONE);
      PollState later = after.getOrDefault(poll.id(), PollState.NONE);
      if (!later.equals(earlier) || isOpenDuring(poll, begin, end)) {
        long participants = Math.max(0, later.participants() - earlier.participants());
        Site site = sites.get(poll.site());
        results.add(
            new PollResult(
                decidedBefore(end, poll),
                site == null ? poll.site() : site.name(),
                participants,
                later));
      }
    }
    return results;
  }

  /** Leaves out what was set aside later, because it is still in the result of the period's end. */
  private static Poll decidedBefore(Instant end, Poll poll) {
    return poll.toBuilder()
        .setAside(poll.setAside().stream().filter(time -> time.at().isBefore(end)).toList())
        .build();
  }

  private Map<String, PollState> present(List<String> ids) {
    var results = new HashMap<String, PollState>();
    for (String id : ids) {
      PollTally tally = sources.tallies().get(id).orElseGet(() -> PollTally.none(id));
      results.put(id, new PollState(tally.participants(), tally.ballots()));
    }
    return results;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /**
   * Tells if a poll was open in the period by its times. Polls of old versions that opened when
   * they were published have no time, so only ballots show that they were open.
   */
  static boolean isOpenDuring(Poll poll, Instant begin, Instant end) {
    Instant opens = poll.opens();
    Instant closes = poll.closes();
    return opens != null && opens.isBefore(end) && (closes == null || closes.isAfter(begin));
  }
}
