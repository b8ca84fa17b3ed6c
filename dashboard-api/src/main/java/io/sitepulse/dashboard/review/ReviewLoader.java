package io.sitepulse.dashboard.review;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Sort;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewData.Attainment;
import io.sitepulse.dashboard.review.document.ReviewData.Breakdowns;
import io.sitepulse.dashboard.review.document.ReviewData.Coverage;
import io.sitepulse.dashboard.review.document.ReviewData.Occasion;
import io.sitepulse.dashboard.review.document.ReviewData.PollResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loads the data of a review, all as of one instant. Blocks on ClickHouse and throws what {@link
 * Reports} throws.
 */
public final class ReviewLoader {
  private static final int PAGES = 15;
  private static final int LEADING_SITES = 5;
  private static final int PAGES_EACH = 3;
  private static final int VALUES = 10;

  private final ManageSources sources;
  private final Reports reports;

  public ReviewLoader(ManageSources sources, Reports reports) {
    this.sources = sources;
    this.reports = reports;
  }

  /**
   * Loads the review of a query as of the instant it was requested at. Mergers after the period are
   * left out, so that a review that is made again later says the same.
   */
  public ReviewData load(ReportQuery reportQuery, Occasion occasion) {
    Reports then = reports.asOf(occasion.made(), reportQuery.period().to());
    return new ReviewLoader(sources, then).data(reportQuery, occasion);
  }

  private ReviewData data(ReportQuery reportQuery, Occasion occasion) {
    return new ReviewData(
        occasion,
        reportQuery,
        reports.summary(reportQuery),
        reports.timeSeries(reportQuery),
        breakdowns(reportQuery),
        polls(reportQuery, occasion.made()),
        targets(reportQuery),
        coverage(reportQuery));
  }

  private Breakdowns breakdowns(ReportQuery reportQuery) {
    var bySite = bySite(reportQuery);
    return new Breakdowns(
        bySite,
        pages(reportQuery, bySite),
        values(reportQuery, Dimension.SOURCE),
        values(reportQuery, Dimension.DEVICE));
  }

  private Optional<Breakdown> bySite(ReportQuery reportQuery) {
    if (reportQuery.scope().kind() == Scope.Kind.SITE) {
      return Optional.empty();
    }
    var all = ListQuery.first(ListQuery.MAX_LIMIT, Sort.VISITS);
    return Optional.of(reports.breakdown(reportQuery, Dimension.SITE, all));
  }

  private Breakdown values(ReportQuery reportQuery, Dimension dimension) {
    return reports.breakdown(reportQuery, dimension, ListQuery.first(VALUES, Sort.VISITS));
  }

  /**
   * Of several sites the pages of the leading ones: a sum over the home pages of all is useless.
   */
  private List<ReviewData.Pages> pages(ReportQuery reportQuery, Optional<Breakdown> bySite) {
    if (bySite.isEmpty()) {
      return List.of(pages(reportQuery, reportQuery.sites().get(0), PAGES));
    }
    var known = reportQuery.sites().stream().collect(Collectors.toMap(Site::id, site -> site));
    var lists = new ArrayList<ReviewData.Pages>();
    for (var value : bySite.get().values().stream().limit(LEADING_SITES).toList()) {
      Site site = known.get(value.value());
      if (site != null && value.visits() > 0) {
        var one =
            new ReportQuery(
                Scope.site(site.id()),
                List.of(site),
                reportQuery.period(),
                reportQuery.comparison(),
                Filters.NONE);
        lists.add(pages(one, site, PAGES_EACH));
      }
    }
    return lists;
  }

  private ReviewData.Pages pages(ReportQuery reportQuery, Site site, int limit) {
    var listing = ListQuery.first(limit + 1, Sort.VIEWS);
    Breakdown breakdown = reports.breakdown(reportQuery, Dimension.PAGE, listing);
    return new ReviewData.Pages(site, breakdown.leading(limit));
  }

  private Coverage coverage(ReportQuery reportQuery) {
    Scope scope = reportQuery.scope();
    long sitesOfScope = sources.sites().all().stream().filter(scope::contains).count();
    return new Coverage(
        reports.refusedEvents(reportQuery), reports.origin(reportQuery), (int) sitesOfScope);
  }

  private List<PollResult> polls(ReportQuery reportQuery, Instant now) {
    return new PollResultLoader(sources, reports).load(reportQuery, now);
  }

  private List<Attainment> targets(ReportQuery reportQuery) {
    var wanted =
        sources.targets().all().stream()
            .filter(target -> overlap(target.period(), reportQuery.period()))
            .filter(target -> covers(target.scope(), reportQuery))
            .sorted(order(reportQuery))
            .toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    var reached = reports.targetProgress(wanted, reportQuery.period().to());
    var list = new ArrayList<Attainment>();
    for (Target target : wanted) {
      TargetProgress targetProgress = reached.get(target.id());
      if (targetProgress != null && targetProgress.actual() != null) {
        list.add(attainment(target, targetProgress, targetProgress.actual()));
      }
    }
    return list;
  }

  /** A half-year's review has the targets of its year and those of its months. */
  private static boolean overlap(Period one, Period other) {
    return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
  }

  /** True if the review covers all sites of a target's scope. */
  private boolean covers(Scope scope, ReportQuery reportQuery) {
    Set<String> covered = reportQuery.sites().stream().map(Site::id).collect(Collectors.toSet());
    var members = sources.sites().all().stream().filter(scope::contains).map(Site::id).toList();
    return !members.isEmpty() && covered.containsAll(members);
  }

  /** The target of the whole scope first, then longer periods first, then by name. */
  private Comparator<Target> order(ReportQuery reportQuery) {
    return Comparator.comparing((Target target) -> !target.scope().equals(reportQuery.scope()))
        .thenComparing(target -> -target.period().days())
        .thenComparing(target -> target.period().from())
        .thenComparing(target -> name(target.scope()))
        .thenComparing(Target::id);
  }

  private Attainment attainment(Target target, TargetProgress targetProgress, long actual) {
    return new Attainment(
        name(target.scope()),
        target.metric(),
        target.period(),
        target.value(),
        actual,
        targetProgress.until(),
        target.source());
  }

  private String name(Scope scope) {
    return switch (scope.kind()) {
      case ALL -> "";
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(Group::name).orElse(scope.id());
    };
  }
}
