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
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Change;
import io.sitepulse.dashboard.report.Course;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Figures;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.Goal;
import io.sitepulse.dashboard.report.Peak;
import io.sitepulse.dashboard.report.Question;
import io.sitepulse.dashboard.report.Span;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings to write reviews from; a test changes what it is about. */
final class Specimen {
  static final Instant MADE = Instant.parse("2026-11-22T02:00:00Z");

  Language language = Language.VI;
  Scope scope = Scope.group("so-nganh");
  String name = "Khối các sở, ngành";
  boolean sample;
  Period period = Period.parse("2026-H1");
  Comparison comparison = Comparison.YEAR;
  LocalDate today = LocalDate.parse("2026-11-22");
  int sites = 5;
  DaySums now = new DaySums(5_123_456, 2_756_838, 1_904_221, 431_905_000_000L);
  @Nullable DaySums before = new DaySums(4_800_000, 2_454_000, 1_950_000, 400_000_000_000L);
  Ledger ledger =
      new Ledger(
          9_000_000, 5_123_456, 3_700_000, 26_544, 149_900, Map.of(Reason.TOO_OLD, 100L), 12);
  @Nullable Goal target =
      new Goal("t", Metric.VISITS, Period.parse("2026-H1"), 2_270_872, 2_756_838L, 1.214);
  List<Summary.Takeover> predecessors = List.of();
  List<Findings.Attainment> targets = List.of();
  List<Findings.PollResult> polls = List.of();
  boolean pages = true;

  /** One site with nothing to hold it against. */
  static Specimen oneSite() {
    var one = new Specimen();
    one.scope = Scope.site("soyte");
    one.name = "Sở Y tế";
    one.sites = 1;
    one.target = null;
    return one;
  }

  /** With everything a review can have. */
  static Specimen full() {
    var all = new Specimen();
    all.polls =
        List.of(
            new Findings.PollResult(
                Samples.poll("p", Visibility.ALWAYS, true),
                "Sở Y tế",
                Samples.tally("p", Map.of("useful", 300L, "easy", 100L, "rich", 119L), 459)));
    all.predecessors =
        List.of(
            new Summary.Takeover(
                "sotttt", "Sở Thông tin và Truyền thông", LocalDate.parse("2025-03-01")));
    all.targets =
        List.of(
            new Findings.Attainment(
                all.name,
                Metric.VISITS,
                Period.parse("2026"),
                5_000_000,
                4_100_000,
                true,
                "Quyết định số 12/QĐ-UBND"),
            new Findings.Attainment(
                "Sở Y tế", Metric.VISITS, Period.parse("2026-H1"), 800_000, 971_200, false, null));
    return all;
  }

  Findings findings() {
    var begun = period.begun(today);
    var compared =
        begun.isEmpty() ? Optional.<Period>empty() : period.comparedBy(comparison, today);
    DaySums earlier = compared.isEmpty() ? null : before;
    var summary =
        new Summary(
            scope,
            name,
            sample,
            Site.DEFAULT_ZONE,
            Span.of(period),
            begun.map(Span::of).orElse(null),
            compared.map(Span::of).orElse(null),
            begun.isPresent() && period.contains(today),
            Figures.of(now, scope.kind() == Scope.Kind.SITE ? new Peak(1_234, MADE) : null),
            earlier == null ? null : Figures.of(earlier, null),
            Change.of(now, earlier),
            ledger,
            predecessors,
            null,
            target);
    var question = new Question(scope, siteList(), period, comparison, Filters.NONE);
    return new Findings(
        new Findings.Occasion(language, "", "Nguyễn Thị Minh Ánh", MADE),
        question,
        summary,
        course(),
        scope.kind() == Scope.Kind.SITE ? Optional.empty() : Optional.of(bySite()),
        pages ? pageLists() : List.of(),
        values(Dimension.SOURCE, "google.com", "", "zalo.me", "facebook.com", "tinh.gov.vn"),
        values(Dimension.DEVICE, "Phone", "Desktop", "Tablet"),
        polls,
        targets);
  }

  Review review() {
    return Composer.compose(findings());
  }

  private List<Site> siteList() {
    var all = new ArrayList<Site>();
    for (int i = 0; i < sites; i++) {
      all.add(site(i));
    }
    return all;
  }

  private Site site(int i) {
    var old =
        new Baseline(
            0, 676_536, 0, LocalDate.parse("2024-12-31"), "bộ đếm NukeViet", "Trần Văn Bình");
    return new Site(
        1,
        sites == 1 ? "soyte" : "don-vi-" + i,
        siteName(i),
        List.of(),
        Site.DEFAULT_ZONE,
        i == 0 ? old : null,
        List.of(),
        false,
        "so-nganh",
        List.of(),
        sample);
  }

  private String siteName(int i) {
    String[] names = {
      "Sở Y tế",
      "Sở Giáo dục và Đào tạo",
      "Sở Nông nghiệp và Môi trường",
      "Ủy ban nhân dân phường Nguyễn Nghiêm",
      "Ban Quản lý Khu kinh tế Dung Quất và các khu công nghiệp"
    };
    return i < names.length ? names[i] : "Ủy ban nhân dân xã số " + i;
  }

  private Breakdown bySite() {
    var values = new ArrayList<Breakdown.Value>();
    long left = now.visits();
    for (int i = 0; i < sites; i++) {
      long visits = i == sites - 1 ? left : left * 2 / 5;
      left -= visits;
      var earlier =
          before == null
              ? null
              : new Breakdown.Before(visits * 2, visits - (i - 2) * 7_000L, visits);
      values.add(
          new Breakdown.Value(
              "don-vi-" + i,
              siteName(i),
              visits * 2,
              visits,
              visits,
              visits * 90_000,
              0.1,
              earlier));
    }
    return new Breakdown(Dimension.SITE, sites, now, values);
  }

  private List<Findings.Pages> pageLists() {
    var lists = new ArrayList<Findings.Pages>();
    for (int i = 0; i < Math.min(sites, 3); i++) {
      var values =
          List.of(
              page("/", "Trang chủ", 120_000 - i),
              page("/thu-tuc/khai-sinh?id=12", "=Thủ tục đăng ký khai sinh", 80_000 - i),
              page(
                  "/tin-tuc/" + "ke-hoach-tuyen-sinh-lop-10-nam-hoc-2026-2027-".repeat(3),
                  "Kế hoạch tuyển sinh lớp 10 <năm học> 2026–2027 & hướng dẫn",
                  9_000 - i));
      lists.add(new Findings.Pages(site(i), new Breakdown(Dimension.PAGE, 1_234, now, values)));
    }
    return lists;
  }

  private static Breakdown.Value page(String address, String title, long views) {
    return new Breakdown.Value(
        address, title, views, views / 2, views / 3, views * 45_000, 0.1, null);
  }

  private Breakdown values(Dimension dimension, String... names) {
    var values = new ArrayList<Breakdown.Value>();
    long visits = now.visits() / 2;
    for (String value : names) {
      values.add(new Breakdown.Value(value, null, visits * 2, visits, visits, 0, 0.1, null));
      visits /= 2;
    }
    return new Breakdown(dimension, names.length, now, values);
  }

  private Course course() {
    var points = new ArrayList<Course.Point>();
    var days = period.begun(today).orElse(period);
    boolean none = period.begun(today).isEmpty();
    for (int i = 0; !none && i < days.days(); i++) {
      LocalDate day = days.from().plusDays(i);
      long visits =
          now.visits() == 0
              ? 0
              : Math.round(15_000 + 5_000 * Math.sin(i / 9.0) - (i % 7 > 4 ? 4_000 : 0));
      var earlier =
          before == null || comparison == Comparison.NONE
              ? null
              : new Course.Before(
                  day.minusYears(1).toString(),
                  visits,
                  Math.round(visits * 0.88 + i % 5 * 300),
                  visits,
                  0);
      points.add(new Course.Point(day.toString(), visits * 2, visits, visits, 0, earlier));
    }
    return new Course(Course.Unit.DAY, points);
  }
}
