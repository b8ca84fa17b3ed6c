package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.export.DimensionLabels;
import io.sitepulse.dashboard.review.document.Chart;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections on visits by source and by device. */
public final class DimensionSection {
  private static final int NAMED = 3;

  private final String id;
  private final String vietnamese;
  private final String english;
  private final boolean withChart;

  private DimensionSection(String id, String vietnamese, String english, boolean withChart) {
    this.id = id;
    this.vietnamese = vietnamese;
    this.english = english;
    this.withChart = withChart;
  }

  /** Writes the section on sources. Empty if there were no visits. */
  public static Optional<Review.Section> sources(ReviewData data, ReviewLabels labels) {
    return new DimensionSection("sources", "Nguồn truy cập", "Where visits came from", true)
        .write(data.breakdowns().sources(), labels);
  }

  /** Writes the section on devices. Empty if there were no visits. */
  public static Optional<Review.Section> devices(ReviewData data, ReviewLabels labels) {
    return new DimensionSection("devices", "Thiết bị", "Devices", false)
        .write(data.breakdowns().devices(), labels);
  }

  private Optional<Review.Section> write(Breakdown list, ReviewLabels labels) {
    if (list.values().isEmpty() || list.totals().visits() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            id,
            labels.of(vietnamese, english),
            List.of(sentence(list, labels)),
            List.of(table(list, labels)),
            withChart && list.values().size() > 1 ? List.of(chart(list, labels)) : List.of()));
  }

  private String sentence(Breakdown list, ReviewLabels labels) {
    String named =
        list.values().stream()
            .limit(NAMED)
            .map(
                value ->
                    label(list, value, labels) + " (" + labels.percent(share(list, value)) + ")")
            .collect(Collectors.joining(", "));
    return labels.of("Phần lớn lượt truy cập: ", "Most visits: ") + named + ".";
  }

  private ExportTable table(Breakdown list, ReviewLabels labels) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var value : list.values()) {
      rows.add(
          ExportTable.row(
              label(list, value, labels), value.visits(), share(list, value), value.views()));
    }
    var columns = labels.columns;
    String label = DimensionLabels.of(list.dimension(), labels.language);
    return new ExportTable(
        id,
        labels.of(vietnamese, english),
        List.of(
            columns.text(list.dimension().label(), label, label),
            columns.visits(),
            columns.share(),
            columns.views()),
        rows);
  }

  private Chart chart(Breakdown list, ReviewLabels labels) {
    return new Chart(
        id,
        Chart.Kind.BAR,
        labels.of("Lượt truy cập theo nguồn", "Visits by source"),
        list.values().stream().map(value -> label(list, value, labels)).toList(),
        List.of(
            new Chart.Series(
                labels.name(Metric.VISITS),
                list.values().stream().<@Nullable Long>map(Value::visits).toList())));
  }

  private static double share(Breakdown list, Value value) {
    return (double) value.visits() / list.totals().visits();
  }

  private static String label(Breakdown list, Value value, ReviewLabels labels) {
    return DimensionLabels.value(list.dimension(), value.value(), labels.language);
  }
}
