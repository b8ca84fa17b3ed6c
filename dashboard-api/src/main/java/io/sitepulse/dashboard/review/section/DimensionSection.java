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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits by the values of a dimension: where they came from, with which devices. */
public final class DimensionSection implements SectionWriter {
  private static final int NAMED = 3;

  private final String id;
  private final String vietnamese;
  private final String english;
  private final boolean drawn;
  private final Function<ReviewData, Breakdown> what;

  private DimensionSection(
      String id,
      String vietnamese,
      String english,
      boolean drawn,
      Function<ReviewData, Breakdown> what) {
    this.id = id;
    this.vietnamese = vietnamese;
    this.english = english;
    this.drawn = drawn;
    this.what = what;
  }

  public static DimensionSection sources() {
    return new DimensionSection(
        "sources", "Nguồn truy cập", "Where visits came from", true, ReviewData::sources);
  }

  public static DimensionSection devices() {
    return new DimensionSection("devices", "Thiết bị", "Devices", false, ReviewData::devices);
  }

  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    Breakdown list = what.apply(found);
    if (list.values().isEmpty() || list.totals().visits() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            id,
            reviewLabels.of(vietnamese, english),
            List.of(sentence(list, reviewLabels)),
            List.of(table(list, reviewLabels)),
            drawn && list.values().size() > 1 ? List.of(chart(list, reviewLabels)) : List.of()));
  }

  private String sentence(Breakdown list, ReviewLabels reviewLabels) {
    String named =
        list.values().stream()
            .limit(NAMED)
            .map(
                value ->
                    label(list, value, reviewLabels)
                        + " ("
                        + reviewLabels.percent(share(list, value))
                        + ")")
            .collect(Collectors.joining(", "));
    return reviewLabels.of("Phần lớn lượt truy cập: ", "Most visits: ") + named + ".";
  }

  private ExportTable table(Breakdown list, ReviewLabels reviewLabels) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var value : list.values()) {
      rows.add(
          ExportTable.row(
              label(list, value, reviewLabels), value.visits(), share(list, value), value.views()));
    }
    var columns = reviewLabels.columns;
    String label = DimensionLabels.of(list.dimension(), reviewLabels.language);
    return new ExportTable(
        id,
        reviewLabels.of(vietnamese, english),
        List.of(
            columns.text(list.dimension().label(), label, label),
            columns.visits(),
            columns.share(),
            columns.views()),
        rows);
  }

  private Chart chart(Breakdown list, ReviewLabels reviewLabels) {
    return new Chart(
        id,
        Chart.Kind.BAR,
        reviewLabels.of("Lượt truy cập theo nguồn", "Visits by source"),
        list.values().stream().map(value -> label(list, value, reviewLabels)).toList(),
        List.of(
            new Chart.Series(
                reviewLabels.name(Metric.VISITS),
                list.values().stream().<@Nullable Long>map(Value::visits).toList())));
  }

  private static double share(Breakdown list, Value value) {
    return (double) value.visits() / list.totals().visits();
  }

  private static String label(Breakdown list, Value value, ReviewLabels reviewLabels) {
    return DimensionLabels.value(list.dimension(), value.value(), reviewLabels.language);
  }
}
