package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.review.document.PeriodLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The totals, against the days compared and against the plan. */
public final class OverviewSection implements SectionWriter {
  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    Summary summary = found.summary();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(totals(found, reviewLabels));
    if (summary.now().visits() > 0) {
      paragraphs.add(depth(summary.now(), reviewLabels));
    }
    against(found, reviewLabels).ifPresent(paragraphs::add);
    plan(found, reviewLabels).ifPresent(paragraphs::add);
    return Optional.of(
        new Review.Section(
            "overview",
            reviewLabels.of("Tổng quan", "Overview"),
            paragraphs,
            List.of(MainTotalsTable.of(found, reviewLabels)),
            List.of()));
  }

  /** What was counted, of whom, when. */
  private static String totals(ReviewData found, ReviewLabels reviewLabels) {
    Summary summary = found.summary();
    Period period = found.question().period();
    PeriodResponse begun = summary.begun();
    if (begun == null) {
      return reviewLabels.of(
          "Kỳ báo cáo chưa bắt đầu nên chưa có số liệu.",
          "The period has not begun, so there are no figures yet.");
    }
    boolean runs = begun.to().isBefore(period.to());
    String when =
        reviewLabels.periods.during(period) + (runs ? until(begun, reviewLabels) : "") + ", ";
    PeriodTotals now = summary.now();
    if (now.views() == 0) {
      return when
          + subject(found, reviewLabels)
          + reviewLabels.of(" chưa ghi nhận lượt truy cập nào.", " had no visits.");
    }
    String counted =
        reviewLabels.of(" ghi nhận ", " had ")
            + reviewLabels.count(now.visits(), Metric.VISITS)
            + reviewLabels.of(" với ", " with ")
            + reviewLabels.count(now.views(), Metric.VIEWS);
    return when
        + subject(found, reviewLabels)
        + counted
        + visitors(now, reviewLabels)
        + unfinished(summary, reviewLabels);
  }

  private static String until(PeriodResponse begun, ReviewLabels reviewLabels) {
    return reviewLabels.of(", tính đến ngày ", ", up to ") + reviewLabels.periods.day(begun.to());
  }

  private static String visitors(PeriodTotals now, ReviewLabels reviewLabels) {
    return reviewLabels.of(
            "; tổng số khách tính theo ngày là ", "; the visitors of each day add up to ")
        + reviewLabels.count(now.visitors(), Metric.VISITORS)
        + ".";
  }

  private static String unfinished(Summary summary, ReviewLabels reviewLabels) {
    return summary.live()
        ? reviewLabels.of(
            " Kỳ báo cáo chưa kết thúc, số liệu của ngày hôm nay còn tăng.",
            " The period is not over, and today's figures still rise.")
        : "";
  }

  private static String subject(ReviewData found, ReviewLabels reviewLabels) {
    if (found.question().scope().kind() == Scope.Kind.SITE) {
      return found.summary().name();
    }
    long sites = found.sites().map(list -> list.rows()).orElse(0L);
    String many = reviewLabels.count(sites, "trang thông tin điện tử", "site", "sites");
    String name = found.summary().name();
    return name.isEmpty() ? many : many + reviewLabels.of(" thuộc ", " of ") + name;
  }

  private static String depth(PeriodTotals now, ReviewLabels reviewLabels) {
    return reviewLabels.of("Tổng thời gian xem là ", "Pages were looked at for ")
        + reviewLabels.duration(now.engagedMs())
        + reviewLabels.of(", bình quân ", ", on average ")
        + reviewLabels.duration(now.engagedMs() / now.visits())
        + reviewLabels.of(" mỗi lượt truy cập.", " a visit.");
  }

  private static Optional<String> against(ReviewData found, ReviewLabels reviewLabels) {
    Summary summary = found.summary();
    PeriodTotals before = summary.before();
    String what = found.compared(reviewLabels).orElse("");
    if (what.isEmpty() || before == null) {
      return Optional.empty();
    }
    Double visits = summary.change().visits();
    if (visits == null) {
      return Optional.of(nothingBefore(what, reviewLabels));
    }
    return Optional.of(
        reviewLabels.of("So với ", "Against ")
            + what
            + " ("
            + reviewLabels.count(before.visits(), Metric.VISITS)
            + "), "
            + reviewLabels.of("lượt truy cập ", "visits ")
            + reviewLabels.moved(visits)
            + difference(summary.now().visits() - before.visits(), reviewLabels)
            + clause(Metric.VIEWS, summary.change().views(), reviewLabels)
            + clause(Metric.VISITORS, summary.change().visitors(), reviewLabels)
            + ".");
  }

  private static String nothingBefore(String what, ReviewLabels reviewLabels) {
    return reviewLabels.of(
        PeriodLabels.upper(what)
            + " không có lượt truy cập nào được ghi nhận nên không tính được tỷ lệ tăng, giảm.",
        "There were no visits in " + what + ", so no change can be reckoned.");
  }

  private static String difference(long visits, ReviewLabels reviewLabels) {
    if (visits == 0) {
      return "";
    }
    return reviewLabels.of(
        " (" + (visits > 0 ? "thêm " : "bớt ") + reviewLabels.number(Math.abs(visits)) + " lượt)",
        " (" + reviewLabels.number(Math.abs(visits)) + (visits > 0 ? " more)" : " fewer)"));
  }

  private static String clause(Metric metric, @Nullable Double change, ReviewLabels reviewLabels) {
    return change == null
        ? ""
        : ", " + reviewLabels.name(metric) + " " + reviewLabels.moved(change);
  }

  private static Optional<String> plan(ReviewData found, ReviewLabels reviewLabels) {
    TargetProgress targetProgress = found.summary().target();
    if (targetProgress == null
        || targetProgress.share() == null
        || targetProgress.actual() == null) {
      return Optional.empty();
    }
    PeriodResponse begun = found.summary().begun();
    boolean runs = begun != null && begun.to().isBefore(targetProgress.period().to());
    String numbers =
        " ("
            + reviewLabels.number(targetProgress.actual())
            + "/"
            + reviewLabels.count(targetProgress.value(), targetProgress.metric())
            + ").";
    String of = reviewLabels.percent(targetProgress.share());
    String name = reviewLabels.periods.name(targetProgress.period());
    return Optional.of(
        reviewLabels.of(
                (runs ? "Đến nay đã đạt " : "Kết quả đạt ") + of + " kế hoạch " + name,
                (runs ? "So far " : "") + of + " of the plan for " + name + " was reached")
            + numbers);
  }
}
