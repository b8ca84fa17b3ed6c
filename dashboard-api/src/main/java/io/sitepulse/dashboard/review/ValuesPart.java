package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits by the values of a dimension: where they came from, with which devices. */
final class ValuesPart implements Part {
  private static final int NAMED = 3;

  private final String id;
  private final String vietnamese;
  private final String english;
  private final boolean drawn;
  private final Function<Findings, Breakdown> what;

  private ValuesPart(
      String id,
      String vietnamese,
      String english,
      boolean drawn,
      Function<Findings, Breakdown> what) {
    this.id = id;
    this.vietnamese = vietnamese;
    this.english = english;
    this.drawn = drawn;
    this.what = what;
  }

  static ValuesPart sources() {
    return new ValuesPart(
        "sources", "Nguồn truy cập", "Where visits came from", true, Findings::sources);
  }

  static ValuesPart devices() {
    return new ValuesPart("devices", "Thiết bị", "Devices", false, Findings::devices);
  }

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    Breakdown list = what.apply(found);
    if (list.values().isEmpty() || list.totals().visits() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            id,
            words.of(vietnamese, english),
            List.of(sentence(list, words)),
            List.of(table(list, words)),
            drawn && list.values().size() > 1 ? List.of(chart(list, words)) : List.of()));
  }

  private String sentence(Breakdown list, Words words) {
    String named =
        list.values().stream()
            .limit(NAMED)
            .map(
                value -> label(list, value, words) + " (" + words.percent(share(list, value)) + ")")
            .collect(Collectors.joining(", "));
    return words.of("Phần lớn lượt truy cập: ", "Most visits: ") + named + ".";
  }

  private Sheet table(Breakdown list, Words words) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var value : list.values()) {
      rows.add(
          Sheet.row(label(list, value, words), value.visits(), share(list, value), value.views()));
    }
    var columns = words.columns;
    String label = Labels.of(list.dimension(), words.language);
    return new Sheet(
        id,
        words.of(vietnamese, english),
        List.of(
            columns.text(list.dimension().label(), label, label),
            columns.visits(),
            columns.share(),
            columns.views()),
        rows);
  }

  private Chart chart(Breakdown list, Words words) {
    return new Chart(
        id,
        Chart.Kind.BAR,
        words.of("Lượt truy cập theo nguồn", "Visits by source"),
        list.values().stream().map(value -> label(list, value, words)).toList(),
        List.of(
            new Chart.Series(
                words.name(Metric.VISITS),
                list.values().stream().<@Nullable Long>map(Value::visits).toList())));
  }

  private static double share(Breakdown list, Value value) {
    return (double) value.visits() / list.totals().visits();
  }

  private static String label(Breakdown list, Value value, Words words) {
    return Labels.value(list.dimension(), value.value(), words.language);
  }
}
