package io.sitepulse.dashboard.review.section;

import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.review.document.PeriodLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewData.Attainment;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The section on targets and their progress. */
public final class TargetsSection {

  private TargetsSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    var targets = data.targets();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            "targets",
            labels.of("Thực hiện chỉ tiêu", "Targets"),
            paragraphs(targets, labels),
            List.of(table(targets, labels)),
            List.of()));
  }

  private static List<String> paragraphs(List<Attainment> targets, ReviewLabels labels) {
    var paragraphs = new ArrayList<String>();
    if (targets.size() == 1) {
      paragraphs.add(one(targets.get(0), labels));
    } else {
      long reached = targets.stream().filter(target -> target.share() >= 1).count();
      long all = targets.size();
      paragraphs.add(
          labels.of(
              labels.number(reached)
                  + "/"
                  + labels.number(all)
                  + " chỉ tiêu đã đạt hoặc vượt kế hoạch.",
              labels.number(reached) + " of " + labels.number(all) + " targets were reached."));
    }
    targets.stream()
        .filter(Attainment::isPartial)
        .map(Attainment::until)
        .max(Comparator.naturalOrder())
        .map(labels.periods::day)
        .map(
            day ->
                labels.of(
                    "Chỉ tiêu có kỳ kế hoạch chưa kết thúc được tính đến hết ngày " + day + ".",
                    "Targets whose period is not over are held against what was reached by "
                        + day
                        + "."))
        .ifPresent(paragraphs::add);
    return paragraphs;
  }

  private static String one(Attainment target, ReviewLabels labels) {
    String name = labels.scopeName(target.name());
    String share = labels.percent(target.share());
    String plan = labels.periods.name(target.period());
    String numbers =
        " ("
            + labels.number(target.actual())
            + "/"
            + labels.count(target.value(), target.metric())
            + ").";
    return labels.of(
            name + " đạt " + share + " kế hoạch " + plan,
            name + " reached " + share + " of the plan for " + plan)
        + numbers;
  }

  private static ExportTable table(List<Attainment> targets, ReviewLabels labels) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var target : targets) {
      rows.add(
          ExportTable.row(
              labels.scopeName(target.name()),
              PeriodLabels.upper(labels.periods.name(target.period())),
              PeriodLabels.upper(labels.name(target.metric())),
              target.value(),
              target.actual(),
              target.until(),
              target.share(),
              target.source()));
    }
    var columns = labels.columns;
    return new ExportTable(
        "targets",
        labels.of("Chỉ tiêu", "Targets"),
        List.of(
            columns.siteName(),
            columns.text("period", "Kỳ kế hoạch", "Period"),
            columns.text("metric", "Chỉ số", "Figure"),
            columns.count("value", "Kế hoạch", "Target"),
            columns.count("actual", "Thực hiện", "Actual"),
            columns.of("until", ColumnKind.DAY, "Tính đến hết ngày", "Until"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ đạt", "Attained"),
            columns.text("source", "Căn cứ", "Source")),
        rows);
  }
}
