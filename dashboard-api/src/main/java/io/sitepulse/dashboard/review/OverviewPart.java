package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.report.Figures;
import io.sitepulse.dashboard.report.Goal;
import io.sitepulse.dashboard.report.Span;
import io.sitepulse.dashboard.report.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The totals, against the days compared and against the plan. */
final class OverviewPart implements Part {
  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    Summary summary = found.summary();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(totals(found, words));
    if (summary.now().visits() > 0) {
      paragraphs.add(depth(summary.now(), words));
    }
    against(found, words).ifPresent(paragraphs::add);
    plan(found, words).ifPresent(paragraphs::add);
    return Optional.of(
        new Review.Section(
            "overview",
            words.of("Tổng quan", "Overview"),
            paragraphs,
            List.of(MainFigures.of(found, words)),
            List.of()));
  }

  /** What was counted, of whom, when. */
  private static String totals(Findings found, Words words) {
    Summary summary = found.summary();
    Period period = found.question().period();
    Span begun = summary.begun();
    if (begun == null) {
      return words.of(
          "Kỳ báo cáo chưa bắt đầu nên chưa có số liệu.",
          "The period has not begun, so there are no figures yet.");
    }
    boolean runs = begun.to().isBefore(period.to());
    String when = words.periods.during(period) + (runs ? until(begun, words) : "") + ", ";
    Figures now = summary.now();
    if (now.views() == 0) {
      return when
          + subject(found, words)
          + words.of(" chưa ghi nhận lượt truy cập nào.", " had no visits.");
    }
    String counted =
        words.of(" ghi nhận ", " had ")
            + words.count(now.visits(), Metric.VISITS)
            + words.of(" với ", " with ")
            + words.count(now.views(), Metric.VIEWS);
    return when
        + subject(found, words)
        + counted
        + visitors(now, words)
        + unfinished(summary, words);
  }

  private static String until(Span begun, Words words) {
    return words.of(", tính đến ngày ", ", up to ") + words.periods.day(begun.to());
  }

  private static String visitors(Figures now, Words words) {
    return words.of("; tổng số khách tính theo ngày là ", "; the visitors of each day add up to ")
        + words.count(now.visitors(), Metric.VISITORS)
        + ".";
  }

  private static String unfinished(Summary summary, Words words) {
    return summary.live()
        ? words.of(
            " Kỳ báo cáo chưa kết thúc, số liệu của ngày hôm nay còn tăng.",
            " The period is not over, and today's figures still rise.")
        : "";
  }

  private static String subject(Findings found, Words words) {
    if (found.question().scope().kind() == Scope.Kind.SITE) {
      return found.summary().name();
    }
    long sites = found.sites().map(list -> list.rows()).orElse(0L);
    String many = words.count(sites, "trang thông tin điện tử", "site", "sites");
    String name = found.summary().name();
    return name.isEmpty() ? many : many + words.of(" thuộc ", " of ") + name;
  }

  private static String depth(Figures now, Words words) {
    return words.of("Tổng thời gian xem là ", "Pages were looked at for ")
        + words.duration(now.engagedMs())
        + words.of(", bình quân ", ", on average ")
        + words.duration(now.engagedMs() / now.visits())
        + words.of(" mỗi lượt truy cập.", " a visit.");
  }

  private static Optional<String> against(Findings found, Words words) {
    Summary summary = found.summary();
    Figures before = summary.before();
    String what = found.compared(words).orElse("");
    if (what.isEmpty() || before == null) {
      return Optional.empty();
    }
    Double visits = summary.change().visits();
    if (visits == null) {
      return Optional.of(nothingBefore(what, words));
    }
    return Optional.of(
        words.of("So với ", "Against ")
            + what
            + " ("
            + words.count(before.visits(), Metric.VISITS)
            + "), "
            + words.of("lượt truy cập ", "visits ")
            + words.moved(visits)
            + difference(summary.now().visits() - before.visits(), words)
            + clause(Metric.VIEWS, summary.change().views(), words)
            + clause(Metric.VISITORS, summary.change().visitors(), words)
            + ".");
  }

  private static String nothingBefore(String what, Words words) {
    return words.of(
        PeriodWords.upper(what)
            + " không có lượt truy cập nào được ghi nhận nên không tính được tỷ lệ tăng, giảm.",
        "There were no visits in " + what + ", so no change can be reckoned.");
  }

  private static String difference(long visits, Words words) {
    if (visits == 0) {
      return "";
    }
    return words.of(
        " (" + (visits > 0 ? "thêm " : "bớt ") + words.number(Math.abs(visits)) + " lượt)",
        " (" + words.number(Math.abs(visits)) + (visits > 0 ? " more)" : " fewer)"));
  }

  private static String clause(Metric metric, @Nullable Double change, Words words) {
    return change == null ? "" : ", " + words.name(metric) + " " + words.moved(change);
  }

  private static Optional<String> plan(Findings found, Words words) {
    Goal goal = found.summary().target();
    if (goal == null || goal.share() == null || goal.actual() == null) {
      return Optional.empty();
    }
    Span begun = found.summary().begun();
    boolean runs = begun != null && begun.to().isBefore(goal.period().to());
    String numbers =
        " (" + words.number(goal.actual()) + "/" + words.count(goal.value(), goal.metric()) + ").";
    String of = words.percent(goal.share());
    String name = words.periods.name(goal.period());
    return Optional.of(
        words.of(
                (runs ? "Đến nay đã đạt " : "Kết quả đạt ") + of + " kế hoạch " + name,
                (runs ? "So far " : "") + of + " of the plan for " + name + " was reached")
            + numbers);
  }
}
