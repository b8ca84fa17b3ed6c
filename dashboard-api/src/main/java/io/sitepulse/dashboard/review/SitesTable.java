package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.report.Breakdown.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sites, ranked. */
final class SitesTable {
  private SitesTable() {}

  /**
   * The table.
   *
   * @param values in the order of their ranks
   */
  static Sheet of(List<Value> values, Findings found, Words words) {
    boolean held = found.summary().compared() != null;
    long all = values.stream().mapToLong(Value::visits).sum();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (int i = 0; i < values.size(); i++) {
      rows.add(row(i + 1L, values.get(i), all, held));
    }
    String title = words.of("Xếp theo lượt truy cập", "Ranked by visits");
    return new Sheet("sites", title, columns(held, words), rows);
  }

  private static List<Sheet.Column> columns(boolean held, Words words) {
    var make = words.columns;
    var columns = new ArrayList<Sheet.Column>();
    columns.add(make.count("rank", "Hạng", "Rank"));
    columns.add(make.siteName());
    columns.add(make.visits());
    if (held) {
      columns.add(make.before());
      columns.add(make.change());
    }
    columns.add(make.share());
    columns.add(make.views());
    return columns;
  }

  private static List<@Nullable Object> row(long rank, Value value, long all, boolean held) {
    String name = SitesPart.name(value);
    Double share = all == 0 ? null : Double.valueOf((double) value.visits() / all);
    if (!held) {
      return Sheet.row(rank, name, value.visits(), share, value.views());
    }
    var before = value.before();
    return Sheet.row(
        rank,
        name,
        value.visits(),
        before == null ? null : before.visits(),
        SitesPart.change(value),
        share,
        value.views());
  }
}
