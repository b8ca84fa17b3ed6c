package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.Kind;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.review.Findings.Attainment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans, and how far they were reached. */
final class TargetsPart implements Part {

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    var targets = found.targets();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            "targets",
            words.of("Thực hiện chỉ tiêu", "Targets"),
            paragraphs(targets, words),
            List.of(table(targets, words)),
            List.of()));
  }

  private static List<String> paragraphs(List<Attainment> targets, Words words) {
    var paragraphs = new ArrayList<String>();
    if (targets.size() == 1) {
      paragraphs.add(one(targets.get(0), words));
    } else {
      long reached = targets.stream().filter(target -> target.share() >= 1).count();
      long all = targets.size();
      paragraphs.add(
          words.of(
              words.number(reached)
                  + "/"
                  + words.number(all)
                  + " chỉ tiêu đã đạt hoặc vượt kế hoạch.",
              words.number(reached) + " of " + words.number(all) + " targets were reached."));
    }
    if (targets.stream().anyMatch(Attainment::running)) {
      paragraphs.add(
          words.of(
              "Chỉ tiêu có kỳ kế hoạch chưa kết thúc được tính theo kết quả đến thời điểm lập báo cáo.",
              "Targets whose period is not over are held against what was reached by now."));
    }
    return paragraphs;
  }

  private static String one(Attainment target, Words words) {
    String name = words.scopeName(target.name());
    String share = words.percent(target.share());
    String plan = words.periods.name(target.period());
    String numbers =
        " ("
            + words.number(target.actual())
            + "/"
            + words.count(target.value(), target.metric())
            + ").";
    return words.of(
            name + " đạt " + share + " kế hoạch " + plan,
            name + " reached " + share + " of the plan for " + plan)
        + numbers;
  }

  private static Sheet table(List<Attainment> targets, Words words) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var target : targets) {
      rows.add(
          Sheet.row(
              words.scopeName(target.name()),
              PeriodWords.upper(words.periods.name(target.period())),
              PeriodWords.upper(words.name(target.metric())),
              target.value(),
              target.actual(),
              target.share(),
              target.source()));
    }
    var columns = words.columns;
    return new Sheet(
        "targets",
        words.of("Chỉ tiêu", "Targets"),
        List.of(
            columns.siteName(),
            columns.text("period", "Kỳ kế hoạch", "Period"),
            columns.text("metric", "Chỉ số", "Figure"),
            columns.count("value", "Kế hoạch", "Target"),
            columns.count("actual", "Thực hiện", "Actual"),
            columns.of("share", Kind.SHARE, "Tỷ lệ đạt", "Attained"),
            columns.text("source", "Căn cứ", "Source")),
        rows);
  }
}
