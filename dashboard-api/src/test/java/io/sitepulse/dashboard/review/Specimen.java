package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.note.DayMark;
import io.sitepulse.dashboard.report.DataOrigin;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.PeriodTotals.Peak;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sample data of reviews. Tests change the fields they are about. */
public final class Specimen {
  static final Instant MADE = Instant.parse("2026-11-22T02:00:00Z");

  public Language language = Language.VI;
  Scope scope = Scope.group("so-nganh");
  public String name = "Khối các sở, ngành";
  public boolean sample;
  Period period = Period.parse("2026-H1");
  Comparison comparison = Comparison.YEAR;
  LocalDate today = LocalDate.parse("2026-11-22");
  public int sites = 5;
  public DaySums now = new DaySums(5_123_456, 2_756_838, 1_904_221, 431_905_000_000L);
  public @Nullable DaySums before = new DaySums(4_800_000, 2_454_000, 1_950_000, 400_000_000_000L);
  public Ledger ledger =
      new Ledger(
          9_000_000, 5_123_456, 3_700_000, 26_544, 149_900, Map.of(Reason.TOO_OLD, 100L), 12);
  public @Nullable TargetProgress target =
      new TargetProgress(
          "t",
          Metric.VISITS,
          Period.parse("2026-H1"),
          2_270_872,
          2_756_838L,
          1.214,
          LocalDate.parse("2026-06-30"));
  List<Summary.Takeover> predecessors = List.of();
  public List<ReviewData.Attainment> targets = List.of();
  List<ReviewData.PollResult> polls = List.of();
  public RefusedEvents refused = RefusedEvents.NONE;
  long importedViews;
  int hiddenSites;
  int movedSites;

  /** First days by site id. Empty: all sites were counted on all compared days. */
  Map<String, LocalDate> firstDays = Map.of();

  /** True if no site has a figure of any day. */
  boolean unheard;

  DataOrigin.@Nullable PublicTotal publicTotal;
  List<Overview.BaselineChange> baselineChanges = List.of();
  List<ReviewData.LaterSite> later = List.of();
  ReviewData.Past past = ReviewData.Past.NONE;
  List<DayMark> marks = List.of();
  int baselines = 1;
  Map<String, Instant> registered = Map.of();
  public boolean pages = true;

  /** A single site without target. */
  static Specimen oneSite() {
    var one = new Specimen();
    one.scope = Scope.site("soyte");
    one.name = "Sở Y tế";
    one.sites = 1;
    one.target = null;
    return one;
  }

  /** Data for all sections of a review. */
  public static Specimen full() {
    var all = new Specimen();
    all.withPublicTotal();
    all.polls =
        List.of(
            new ReviewData.PollResult(
                Samples.poll("p", Visibility.ALWAYS, true),
                "Sở Y tế",
                459,
                new Reports.PollState(459, Map.of("useful", 300L, "easy", 100L, "rich", 119L))));
    all.predecessors =
        List.of(
            new Summary.Takeover(
                "sotttt", "Sở Thông tin và Truyền thông", LocalDate.parse("2025-03-01")));
    all.targets =
        List.of(
            new ReviewData.Attainment(
                all.name,
                Metric.VISITS,
                Period.parse("2026"),
                5_000_000,
                4_100_000,
                LocalDate.parse("2026-06-30"),
                "Quyết định số 12/QĐ-UBND"),
            new ReviewData.Attainment(
                "Sở Y tế",
                Metric.VISITS,
                Period.parse("2026-H1"),
                800_000,
                971_200,
                LocalDate.parse("2026-06-30"),
                null));
    return all;
  }

  /** Adds a public total whose baseline was corrected. */
  Specimen withPublicTotal() {
    publicTotal =
        new DataOrigin.PublicTotal(
            LocalDate.parse("2026-06-30"),
            new DaySums(0, 676_536, 0, 0),
            new DaySums(9_000_000, 4_000_464, 3_000_000, 0),
            List.of());
    Baseline old = site(0).baseline();
    baselineChanges =
        List.of(
            new Overview.BaselineChange(
                "don-vi-0",
                siteName(0),
                Instant.parse("2026-02-03T02:00:00Z"),
                "Trần Văn Bình",
                null,
                old));
    return this;
  }

  ReviewData data() {
    var begun = period.begun(today);
    var compared =
        begun.isEmpty() ? Optional.<Period>empty() : period.comparedBy(comparison, today);
    DaySums earlier = compared.isEmpty() ? null : before;
    var summary =
        new Summary(
            new Summary.Subject(scope, name, sample, Site.DEFAULT_ZONE, hiddenSites, movedSites),
            new Summary.Days(
                PeriodResponse.of(period),
                begun.map(PeriodResponse::of).orElse(null),
                compared.map(PeriodResponse::of).orElse(null),
                begun.isPresent() && period.contains(today),
                begun.isPresent() && period.contains(today) && period.days() == 1,
                countedFrom(compared)),
            PeriodTotals.of(now, scope.kind() == Scope.Kind.SITE ? new Peak(1_234, MADE) : null),
            earlier == null ? null : PeriodTotals.of(earlier, null),
            countedFrom(compared) == null ? RelativeChange.of(now, earlier) : RelativeChange.NONE,
            ledger,
            new Summary.Takeovers(predecessors, null),
            target);
    var parts = new SpecimenParts(this);
    var question = new ReportQuery(scope, siteList(), period, comparison, Filters.NONE);
    return new ReviewData(
        new ReviewData.Occasion(language, "", "Nguyễn Thị Minh Ánh", MADE),
        question,
        summary,
        parts.timeSeries(),
        breakdowns(parts),
        polls,
        targets,
        new ReviewData.Coverage(
            refused,
            new DataOrigin(
                importedViews,
                firstDays(),
                publicTotal,
                DataOrigin.Baselines.of(siteList(), baselineChanges, registered, period.to())),
            sites + hiddenSites,
            later,
            past,
            marks));
  }

  private Map<String, LocalDate> firstDays() {
    var all = new HashMap<String, LocalDate>();
    if (unheard) {
      return all;
    }
    siteList().forEach(site -> all.put(site.id(), LocalDate.parse("2020-01-01")));
    return firstDays.isEmpty() ? all : firstDays;
  }

  LocalDate firstDay() {
    return firstDays().values().stream().min(Comparator.naturalOrder()).orElse(today.plusDays(1));
  }

  private @Nullable LocalDate countedFrom(Optional<Period> compared) {
    LocalDate first = firstDay();
    return compared
        .filter(range -> !unheard && first.isAfter(range.from()))
        .map(range -> first)
        .orElse(null);
  }

  private ReviewData.Breakdowns breakdowns(SpecimenParts parts) {
    return new ReviewData.Breakdowns(
        scope.kind() == Scope.Kind.SITE ? Optional.empty() : Optional.of(parts.bySite()),
        pages ? parts.pageLists() : List.of(),
        parts.values(Dimension.SOURCE, "google.com", "", "zalo.me", "facebook.com", "tinh.gov.vn"),
        parts.values(Dimension.DEVICE, "Phone", "Desktop", "Tablet"));
  }

  public Review review() {
    return ReviewWriter.write(data());
  }

  private List<Site> siteList() {
    var all = new ArrayList<Site>();
    for (int i = 0; i < sites; i++) {
      all.add(site(i));
    }
    return all;
  }

  Site site(int i) {
    var old =
        new Baseline(
            0, 676_536 + i, 0, LocalDate.parse("2024-12-31"), "bộ đếm NukeViet", "Trần Văn Bình");
    return Site.builder()
        .id(sites == 1 ? "soyte" : "don-vi-" + i)
        .name(siteName(i))
        .baseline(i < baselines ? old : null)
        .group("so-nganh")
        .sample(sample)
        .build();
  }

  static String siteName(int i) {
    String[] names = {
      "Sở Y tế",
      "Sở Giáo dục và Đào tạo",
      "Sở Nông nghiệp và Môi trường",
      "Ủy ban nhân dân phường Nguyễn Nghiêm",
      "Ban Quản lý Khu kinh tế Dung Quất và các khu công nghiệp"
    };
    return i < names.length ? names[i] : "Ủy ban nhân dân xã số " + i;
  }
}
