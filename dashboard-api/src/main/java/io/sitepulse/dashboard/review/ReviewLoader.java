package io.sitepulse.dashboard.review;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.note.DayMarks;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Sort;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.review.document.PastDefinitions;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewData.Attainment;
import io.sitepulse.dashboard.review.document.ReviewData.Breakdowns;
import io.sitepulse.dashboard.review.document.ReviewData.Coverage;
import io.sitepulse.dashboard.review.document.ReviewData.LaterSite;
import io.sitepulse.dashboard.review.document.ReviewData.Occasion;
import io.sitepulse.dashboard.review.document.ReviewData.Past;
import io.sitepulse.dashboard.review.document.ReviewData.PollResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
  private final List<LaterSite> later;
  private final List<Change> changes;
  private final DayMarks marks;

  public ReviewLoader(ManageSources sources, Reports reports) {
    this(sources, reports, List.of(), List.of(), new DayMarks(sources));
  }

  private ReviewLoader(
      ManageSources sources,
      Reports reports,
      List<LaterSite> later,
      List<Change> changes,
      DayMarks marks) {
    this.sources = sources;
    this.reports = reports;
    this.later = later;
    this.changes = changes;
    this.marks = marks;
  }

  /**
   * Loads the review of a query as of the instant it was requested at. Sites, mergers, names,
   * groups, polls, targets and baselines are those of the end of the period, so that a review that
   * is made again later says the same.
   *
   * @param requested with any sites of the scope
   * @param readable tells if the reader may see a site, by its present definition
   * @throws io.sitepulse.runtime.http.ProblemException 404 if the reader may see no site that was
   *     in the scope
   */
  public ReviewData load(ReportQuery requested, Occasion occasion, Predicate<Site> readable) {
    LocalDate last = requested.period().to();
    Instant end = last.atStartOfDay(ZoneOffset.UTC).toInstant();
    var past = PastDefinitions.of(sources, last, reports.definitionChanges(end));
    ManageSources then = past.sources(requested.scope());
    Reports reportsThen = reports.asOf(occasion.made(), then, last);
    ReportQuery visible =
        requested.of(
            then.sites().all().stream()
                .filter(requested.scope()::contains)
                .filter(site -> sources.sites().get(site.id()).filter(readable).isPresent())
                .toList());
    if (visible.sites().isEmpty()) {
      throw AccessProblems.notFound("site");
    }
    List<LaterSite> later = later(reportsThen, then, visible);
    var ids = ids(later);
    var query =
        visible.of(visible.sites().stream().filter(site -> !ids.contains(site.id())).toList());
    List<LaterSite> named = query.sites().isEmpty() ? List.of() : later;
    var marks = new DayMarks(then, past.notesEnteredLater());
    var loader = new ReviewLoader(then, reportsThen, named, past.later(), marks);
    return loader.data(
        query.sites().isEmpty() ? visible : query,
        visible,
        occasion.with(letterhead(requested.scope())));
  }

  /** The letterhead of a group, or of the group of a site, as it is now: it is no figure. */
  private Letterhead letterhead(Scope scope) {
    Optional<String> group =
        switch (scope.kind()) {
          case ALL -> Optional.empty();
          case GROUP -> Optional.of(scope.id());
          case SITE -> sources.sites().get(scope.id()).map(Site::group);
        };
    return group.flatMap(sources.groups()::get).map(Group::letterhead).orElse(Letterhead.NONE);
  }

  private static List<LaterSite> later(
      Reports reports, ManageSources sources, ReportQuery reportQuery) {
    Scope scope = reportQuery.scope();
    if (scope.kind() == Scope.Kind.SITE) {
      return List.of();
    }
    var all = sources.sites().all().stream().filter(scope::contains).toList();
    var registered = reports.registeredAfter(all, reportQuery.period().to());
    var list = new ArrayList<LaterSite>();
    for (Site site : all) {
      LocalDate day = registered.get(site.id());
      if (day != null) {
        list.add(new LaterSite(site, day, reportQuery.sites().contains(site)));
      }
    }
    return list;
  }

  private static Set<String> ids(List<LaterSite> later) {
    return later.stream().map(one -> one.site().id()).collect(Collectors.toSet());
  }

  /**
   * Loads the data.
   *
   * @param visible with all sites that the reader may see, also later ones
   */
  private ReviewData data(ReportQuery reportQuery, ReportQuery visible, Occasion occasion) {
    return new ReviewData(
        occasion,
        reportQuery,
        summary(reportQuery, visible),
        reports.timeSeries(reportQuery),
        breakdowns(reportQuery),
        polls(reportQuery, occasion.made()),
        targets(reportQuery),
        coverage(reportQuery, visible, occasion));
  }

  /**
   * A summary has the target of the scope only if the reader sees all its sites, later ones too.
   */
  private Summary summary(ReportQuery reportQuery, ReportQuery visible) {
    Summary summary = reports.summary(reportQuery);
    return reportQuery.equals(visible) ? summary : summary.with(reports.summary(visible).target());
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

  private Coverage coverage(ReportQuery reportQuery, ReportQuery visible, Occasion occasion) {
    Scope scope = reportQuery.scope();
    long sitesOfScope = sources.sites().all().stream().filter(scope::contains).count();
    return new Coverage(
        reports.refusedEvents(reportQuery),
        reports.origin(reportQuery),
        (int) sitesOfScope - later.size(),
        later,
        past(reportQuery, visible),
        marks.of(reportQuery.sites(), reportQuery.period(), occasion.language()));
  }

  private Past past(ReportQuery reportQuery, ReportQuery visible) {
    Scope scope = reportQuery.scope();
    var ids = ids(later);
    return new Past(
        sources.sites().all().stream()
            .filter(scope::contains)
            .filter(site -> !ids.contains(site.id()))
            .toList(),
        sources.sites().all().stream().collect(Collectors.toMap(Site::id, Site::name)),
        sources.groups().all().stream().collect(Collectors.toMap(Group::id, Group::name)),
        List.copyOf(sources.targets().all()),
        new LaterChanges(reportQuery, visible, sources.sites().all()).of(changes));
  }

  private List<PollResult> polls(ReportQuery reportQuery, Instant now) {
    return new PollResultLoader(sources, reports).load(reportQuery, now);
  }

  private List<Attainment> targets(ReportQuery reportQuery) {
    var wanted =
        sources.targets().all().stream()
            .filter(target -> LaterChanges.overlap(target.period(), reportQuery.period()))
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

  /** True if the review covers all sites of a target's scope that existed in its period. */
  private boolean covers(Scope scope, ReportQuery reportQuery) {
    Set<String> covered = reportQuery.sites().stream().map(Site::id).collect(Collectors.toSet());
    later.stream().filter(LaterSite::visible).forEach(one -> covered.add(one.site().id()));
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
