package io.sitepulse.dashboard.review;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.review.document.ReviewData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Time series and breakdowns of the sample data, derived from its totals. */
final class SpecimenParts {
  private final Specimen specimen;

  SpecimenParts(Specimen specimen) {
    this.specimen = specimen;
  }

  Breakdown bySite() {
    var values = new ArrayList<Breakdown.Value>();
    long left = specimen.now.visits();
    for (int i = 0; i < specimen.sites; i++) {
      long visits = i == specimen.sites - 1 ? left : left * 2 / 5;
      left -= visits;
      var earlier =
          specimen.before == null
              ? null
              : new Breakdown.Before(visits * 2, visits - (i - 2) * 7_000L, visits, null);
      values.add(
          new Breakdown.Value(
              "don-vi-" + i,
              Specimen.siteName(i),
              visits * 2,
              visits,
              visits,
              visits * 90_000,
              0.1,
              earlier));
    }
    return new Breakdown(Dimension.SITE, specimen.sites, specimen.now, values);
  }

  List<ReviewData.Pages> pageLists() {
    var lists = new ArrayList<ReviewData.Pages>();
    for (int i = 0; i < Math.min(specimen.sites, 3); i++) {
      var values =
          List.of(
              page("/", "Trang chủ", 120_000 - i),
              page("/thu-tuc/khai-sinh?id=12", "=Thủ tục đăng ký khai sinh", 80_000 - i),
              page(
                  "/tin-tuc/" + "ke-hoach-tuyen-sinh-lop-10-nam-hoc-2026-2027-".repeat(3),
                  "Kế hoạch tuyển sinh lớp 10 <năm học> 2026–2027 & hướng dẫn",
                  9_000 - i));
      lists.add(
          new ReviewData.Pages(
              specimen.site(i), new Breakdown(Dimension.PAGE, 1_234, specimen.now, values)));
    }
    return lists;
  }

  /** A page. With few visits all pages have as many views. */
  private Breakdown.Value page(String address, String title, long most) {
    long views = specimen.now.visits() < 10 ? 1 : most;
    return new Breakdown.Value(
        address, title, views, views / 2, views / 3, views * 45_000, 0.1, null);
  }

  Breakdown values(Dimension dimension, String... names) {
    var values = new ArrayList<Breakdown.Value>();
    long visits = specimen.now.visits() / 2;
    for (String value : names) {
      values.add(new Breakdown.Value(value, null, visits * 2, visits, visits, 0, 0.1, null));
      visits /= 2;
    }
    return new Breakdown(dimension, names.length, specimen.now, values);
  }

  TimeSeries timeSeries() {
    var points = new ArrayList<TimeSeries.Point>();
    var days = specimen.period.begun(specimen.today).orElse(specimen.period);
    boolean none = specimen.period.begun(specimen.today).isEmpty();
    for (int i = 0; !none && i < days.days(); i++) {
      LocalDate day = days.from().plusDays(i);
      long visits =
          specimen.now.visits() < days.days()
              ? (i < specimen.now.visits() ? 1 : 0)
              : Math.round(15_000 + 5_000 * Math.sin(i / 9.0) - (i % 7 > 4 ? 4_000 : 0));
      LocalDate beside = day.minusYears(1);
      long then =
          beside.isBefore(specimen.firstDay()) ? 0 : Math.round(visits * 0.88 + i % 5 * 300);
      var earlier =
          specimen.before == null || specimen.comparison == Comparison.NONE
              ? null
              : new TimeSeries.Before(beside.toString(), then, then, then, 0);
      points.add(new TimeSeries.Point(day.toString(), visits * 2, visits, visits, 0, earlier));
    }
    return new TimeSeries(TimeSeries.Unit.DAY, points).countedFrom(specimen.firstDay());
  }
}
