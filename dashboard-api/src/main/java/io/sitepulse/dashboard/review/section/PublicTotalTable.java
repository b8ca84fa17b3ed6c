package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.DataOrigin.PublicTotal;
import io.sitepulse.dashboard.report.export.BaselineChanges;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the public counters show at the end of the period: baseline and days. */
final class PublicTotalTable {
  private PublicTotalTable() {}

  /** The sentence with the total. Empty if the period has not begun. */
  static Optional<String> sentence(ReviewData data, ReviewLabels labels) {
    return Optional.ofNullable(data.coverage().origin().publicTotal())
        .map(total -> sentence(total, labels));
  }

  private static String sentence(PublicTotal total, ReviewLabels labels) {
    long baseline = total.baseline().visits();
    return labels.of(
            "Tính đến hết ngày " + labels.periods.day(total.until()) + ", tổng số công khai là ",
            "By the end of " + labels.periods.day(total.until()) + " the public total is ")
        + labels.count(total.total().visits(), Metric.VISITS)
        + (baseline == 0
            ? ""
            : labels.of(", gồm số ban đầu ", ", of which the baseline is ")
                + labels.number(baseline)
                + labels.of(" và số đã đếm ", " and the counted days are ")
                + labels.number(total.days().visits()))
        + "."
        + later(total, labels);
  }

  private static String later(PublicTotal total, ReviewLabels labels) {
    return total.later().isEmpty()
        ? ""
        : labels.of(" Chưa gồm số ban đầu của ", " The baseline is not in it of ")
            + String.join(", ", total.later())
            + labels.of(", được chốt sau ngày này.", ", which ends after that day.");
  }

  /** The parts of the total, and the changes of baselines if there are any. */
  static List<ExportTable> tables(ReviewData data, ReviewLabels labels) {
    var origin = data.coverage().origin();
    var tables = new ArrayList<ExportTable>();
    Optional.ofNullable(origin.publicTotal())
        .map(total -> parts(total, labels))
        .ifPresent(tables::add);
    var changes = origin.baselines().changes();
    if (!changes.isEmpty()) {
      tables.add(BaselineChanges.table(changes, labels.language));
    }
    return tables;
  }

  private static ExportTable parts(PublicTotal total, ReviewLabels labels) {
    var columns = labels.columns;
    return new ExportTable(
        "public-total",
        labels.of("Tổng số công khai đến hết kỳ", "Public total by the end of the period"),
        List.of(
            columns.text("figure", "Chỉ số", "Figure"),
            columns.count("baseline", "Số ban đầu", "Baseline"),
            columns.count("days", "Cộng các ngày đã đếm", "Counted days"),
            columns.count("total", "Tổng số công khai", "Public total")),
        List.of(
            row(columns.visits().label(), total, DaySums::visits),
            row(columns.views().label(), total, DaySums::views),
            row(columns.visitors().label(), total, DaySums::visitors)));
  }

  private static List<@Nullable Object> row(
      String label, PublicTotal total, ToLongFunction<DaySums> figure) {
    return ExportTable.row(
        label,
        figure.applyAsLong(total.baseline()),
        figure.applyAsLong(total.days()),
        figure.applyAsLong(total.total()));
  }
}
