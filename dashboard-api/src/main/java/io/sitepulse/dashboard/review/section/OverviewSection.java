package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.review.document.PeriodLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The overview: totals, compared with earlier ones and with the target. */
public final class OverviewSection {

  private OverviewSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    Summary summary = data.summary();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(totals(data, labels));
    if (summary.now().visits() > 0) {
      paragraphs.add(depth(summary.now(), labels));
    }
    against(data, labels).ifPresent(paragraphs::add);
    MarkedDays.fall(data, labels).ifPresent(paragraphs::add);
    SameSites.sentence(data, labels).ifPresent(paragraphs::add);
    plan(data, labels).ifPresent(paragraphs::add);
    PublicTotalTable.sentence(data, labels).ifPresent(paragraphs::add);
    var tables = new ArrayList<ExportTable>();
    tables.add(MainTotalsTable.of(data, labels));
    tables.addAll(PublicTotalTable.tables(data, labels));
    return Optional.of(
        new Review.Section(
            "overview", labels.of("Tổng quan", "Overview"), paragraphs, tables, List.of()));
  }

  /** The sentence with period, sites and totals. */
  private static String totals(ReviewData data, ReviewLabels labels) {
    Summary summary = data.summary();
    Period period = data.query().period();
    PeriodResponse begun = summary.days().begun();
    if (begun == null) {
      return labels.of(
          "Kỳ báo cáo chưa bắt đầu nên chưa có số liệu.",
          "The period has not begun, so there are no figures yet.");
    }
    boolean runs = begun.to().isBefore(period.to());
    String when = labels.periods.during(period) + (runs ? until(begun, labels) : "") + ", ";
    PeriodTotals now = summary.now();
    if (now.views() == 0) {
      return when
          + subject(data, labels)
          + labels.of(" chưa ghi nhận lượt truy cập nào.", " had no visits.");
    }
    String counted =
        labels.of(" ghi nhận ", " had ")
            + labels.count(now.visits(), Metric.VISITS)
            + labels.of(" với ", " with ")
            + labels.count(now.views(), Metric.VIEWS);
    return when
        + subject(data, labels)
        + counted
        + visitors(now, labels)
        + unfinished(summary, labels);
  }

  private static String until(PeriodResponse begun, ReviewLabels labels) {
    return labels.of(", tính đến ngày ", ", up to ") + labels.periods.day(begun.to());
  }

  private static String visitors(PeriodTotals now, ReviewLabels labels) {
    return labels.of("; tổng số khách tính theo ngày là ", "; the visitors of each day add up to ")
        + labels.count(now.visitors(), Metric.VISITORS)
        + ".";
  }

  private static String unfinished(Summary summary, ReviewLabels labels) {
    return summary.days().live()
        ? labels.of(
            " Kỳ báo cáo chưa kết thúc, số liệu của ngày hôm nay còn tăng.",
            " The period is not over, and today's figures still rise.")
        : "";
  }

  private static String subject(ReviewData data, ReviewLabels labels) {
    if (data.query().scope().kind() == Scope.Kind.SITE) {
      return data.summary().subject().name();
    }
    long sites = data.breakdowns().sites().map(list -> list.rows()).orElse(0L);
    String many =
        (data.hiddenSites() > 0
            ? labels.number(data.query().sites().size())
                + labels.of(" trong ", " of ")
                + labels.count(data.coverage().sites(), "trang thông tin điện tử", "site", "sites")
            : labels.count(sites, "trang thông tin điện tử", "site", "sites"));
    String name = data.summary().subject().name();
    return name.isEmpty() ? many : many + labels.of(" thuộc ", " of ") + name;
  }

  private static String depth(PeriodTotals now, ReviewLabels labels) {
    return labels.of("Tổng thời gian xem là ", "Pages were looked at for ")
        + labels.duration(now.engagedMs())
        + labels.of(", bình quân ", ", on average ")
        + labels.duration(now.engagedMs() / now.visits())
        + labels.of(" mỗi lượt truy cập.", " a visit.");
  }

  private static Optional<String> against(ReviewData data, ReviewLabels labels) {
    Summary summary = data.summary();
    PeriodTotals before = summary.before();
    String what = data.compared(labels).orElse("");
    if (what.isEmpty() || before == null) {
      return Optional.empty();
    }
    LocalDate countedFrom = summary.days().countedFrom();
    PeriodResponse compared = summary.days().compared();
    if (countedFrom != null && compared != null) {
      return Optional.of(
          notCounted(what, compared.isUncounted(countedFrom), countedFrom, before, labels));
    }
    Double visits = summary.change().visits();
    if (visits == null) {
      return Optional.of(nothingBefore(what, labels));
    }
    return Optional.of(
        labels.of("So với ", "Against ")
            + what
            + " ("
            + labels.count(before.visits(), Metric.VISITS)
            + "), "
            + labels.of("lượt truy cập ", "visits ")
            + labels.change(visits)
            + difference(summary.now().visits() - before.visits(), labels)
            + clause(Metric.VIEWS, summary.change().views(), labels)
            + clause(Metric.VISITORS, summary.change().visitors(), labels)
            + ".");
  }

  private static String nothingBefore(String what, ReviewLabels labels) {
    return labels.of(
        PeriodLabels.upper(what)
            + " không có lượt truy cập nào được ghi nhận nên không tính được tỷ lệ tăng, giảm.",
        "There were no visits in " + what + ", so no change can be reckoned.");
  }

  /** The compared days were not counted, or not all of them. */
  private static String notCounted(
      String what, boolean none, LocalDate from, PeriodTotals before, ReviewLabels labels) {
    String day = labels.periods.day(from);
    String visits = labels.count(before.visits(), Metric.VISITS);
    return none
        ? labels.of(
            "Số liệu được đếm từ ngày " + day + ", nên không so sánh được với " + what + ".",
            "Counting began on " + day + ", so there is no comparison with " + what + ".")
        : labels.of(
            PeriodLabels.upper(what)
                + " chỉ được đếm từ ngày "
                + day
                + " ("
                + visits
                + "), nên không tính được tỷ lệ tăng, giảm.",
            PeriodLabels.upper(what)
                + " was counted from "
                + day
                + " on only ("
                + visits
                + "), so no change can be reckoned.");
  }

  private static String difference(long visits, ReviewLabels labels) {
    if (visits == 0) {
      return "";
    }
    return labels.of(
        " (" + (visits > 0 ? "thêm " : "bớt ") + labels.number(Math.abs(visits)) + " lượt)",
        " (" + labels.number(Math.abs(visits)) + (visits > 0 ? " more)" : " fewer)"));
  }

  private static String clause(Metric metric, @Nullable Double change, ReviewLabels labels) {
    return change == null ? "" : ", " + labels.name(metric) + " " + labels.change(change);
  }

  private static Optional<String> plan(ReviewData data, ReviewLabels labels) {
    TargetProgress targetProgress = data.summary().target();
    if (targetProgress == null
        || targetProgress.share() == null
        || targetProgress.actual() == null) {
      return Optional.empty();
    }
    String numbers =
        " ("
            + labels.number(targetProgress.actual())
            + "/"
            + labels.count(targetProgress.value(), targetProgress.metric())
            + ").";
    String of = labels.percent(targetProgress.share());
    String name = labels.periods.name(targetProgress.period());
    String day = labels.periods.day(targetProgress.until());
    boolean partial = targetProgress.isPartial();
    return Optional.of(
        labels.of(
                (partial ? "Tính đến hết ngày " + day + ", đã đạt " : "Kết quả đạt ")
                    + of
                    + " kế hoạch "
                    + name,
                (partial ? "By " + day + ", " : "")
                    + of
                    + " of the plan for "
                    + name
                    + " was reached")
            + numbers);
  }
}
