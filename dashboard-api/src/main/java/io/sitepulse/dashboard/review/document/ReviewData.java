package io.sitepulse.dashboard.review.document;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.note.DayMark;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.DataOrigin;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TimeSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * @param polls with ballots in the period, or open in it
 * @param targets of these sites whose periods overlap this one
 * @param coverage what is not in the figures, or not from events
 */
public record ReviewData(
    Occasion occasion,
    ReportQuery query,
    Summary summary,
    TimeSeries timeSeries,
    Breakdowns breakdowns,
    List<PollResult> polls,
    List<Attainment> targets,
    Coverage coverage) {
  public ReviewData {
    polls = List.copyOf(polls);
    targets = List.copyOf(targets);
  }

  /** The name of the compared period. Empty if there is none. */
  public Optional<String> compared(ReviewLabels labels) {
    return Optional.ofNullable(summary.days().compared())
        .map(days -> labels.periods.compared(query.period(), query.comparison(), days))
        .map(
            what ->
                summary.days().partOfDay()
                    ? what + labels.of(" (đến cùng giờ)", " (until the same time)")
                    : what);
  }

  /**
   * Language, organisation, author and time of a review.
   *
   * @param organisation issuing organisation. Empty for that of the letterhead, or the name of the
   *     scope
   */
  public record Occasion(
      Language language, String organisation, String author, Instant made, Letterhead letterhead) {

    /** An occasion whose letterhead is not known yet. */
    public Occasion(Language language, String organisation, String author, Instant made) {
      this(language, organisation, author, made, Letterhead.NONE);
    }

    /** The same with a letterhead, whose organisation counts if none was named. */
    public Occasion with(Letterhead head) {
      String own = head.organisation();
      return new Occasion(
          language, organisation.isEmpty() && own != null ? own : organisation, author, made, head);
    }
  }

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

  /**
   * What is not in the figures of the period, or not from events.
   *
   * @param refused events that the collectors refused
   * @param origin views without events, and the first day of each site
   * @param sites number of sites of the scope, also those that the reader may not see
   * @param later sites of the scope that are left out, because they were registered after the
   *     period
   * @param past the definitions that the review was made from
   * @param marks holidays and notes of its days, in order
   */
  public record Coverage(
      RefusedEvents refused,
      DataOrigin origin,
      int sites,
      List<LaterSite> later,
      Past past,
      List<DayMark> marks) {
    public Coverage {
      later = List.copyOf(later);
      marks = List.copyOf(marks);
    }
  }

  /**
   * Definitions as they were at the end of the period.
   *
   * @param sites sites of the scope, also those that the reader may not see
   * @param names names of sites by id, also of those that the sites of the scope take over
   * @param groups names of groups by id
   * @param targets all targets
   * @param changes later changes of names, groups, mergers, polls and targets that concern the
   *     review, the oldest first
   */
  public record Past(
      List<Site> sites,
      Map<String, String> names,
      Map<String, String> groups,
      List<Target> targets,
      List<Change> changes) {
    public static final Past NONE = new Past(List.of(), Map.of(), Map.of(), List.of(), List.of());

    public Past {
      sites = List.copyOf(sites);
      names = Map.copyOf(names);
      groups = Map.copyOf(groups);
      targets = List.copyOf(targets);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A site that was registered after the period and has no figures of it.
   *
   * @param visible true if the reader may see it
   */
  public record LaterSite(Site site, LocalDate registered, boolean visible) {}

  /** Tells how many sites of the scope are missing, because the reader may not see them. */
  public int hiddenSites() {
    return Math.max(0, coverage.sites() - query.sites().size());
  }

  /** Tells that none of the compared days was counted, so that they have no figures and not 0. */
  public boolean isComparedUncounted() {
    var compared = summary.days().compared();
    LocalDate from = summary.days().countedFrom();
    if (compared == null) {
      return false;
    }
    return from == null ? isWithoutFigures() : compared.isUncounted(from);
  }

  /** Tells that no site has a figure of any day. */
  private boolean isWithoutFigures() {
    PeriodTotals before = summary.before();
    return coverage.origin().firstDays().isEmpty()
        && before != null
        && before.views() == 0
        && before.visits() == 0;
  }

  /**
   * The first day with figures of any of the sites, if it is in the period and not its first day.
   */
  public Optional<LocalDate> begunWithin() {
    return coverage.origin().firstDays().values().stream()
        .min(Comparator.naturalOrder())
        .filter(query.period()::contains)
        .filter(day -> day.isAfter(query.period().from()));
  }

  /**
   * A poll and its votes in the period.
   *
   * @param participants people who voted in the period for the first time
   * @param result result at the end of the period, or now
   */
  public record PollResult(
      Poll poll, String siteName, long participants, Reports.PollState result) {}

  /**
   * A target with its progress.
   *
   * @param name of the site or group. Empty for all sites
   * @param actual value reached until the end of a day
   * @param until that day: the last of the review or of the target, or today
   */
  public record Attainment(
      String name,
      Metric metric,
      Period period,
      long value,
      long actual,
      LocalDate until,
      @Nullable String source) {
    public double share() {
      return (double) actual / value;
    }

    /** Tells if days of the target's period are not in the value. */
    public boolean isPartial() {
      return until.isBefore(period.to());
    }
  }
}
