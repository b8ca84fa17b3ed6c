package io.sitepulse.dashboard.review.section;

import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of sites by rank. */
final class SitesTable {
  private SitesTable() {}

  /**
   * The table.
   *
   * @param values in order of rank
   */
  static ExportTable of(List<Value> values, ReviewData data, ReviewLabels labels) {
    PeriodResponse compared = data.summary().days().compared();
    long all = values.stream().mapToLong(Value::visits).sum();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (int i = 0; i < values.size(); i++) {
      rows.add(row(i + 1L, values.get(i), all, data));
    }
    String title = labels.of("Xếp theo lượt truy cập", "Ranked by visits");
    return new ExportTable("sites", title, columns(compared != null, labels), rows);
  }

  private static List<ExportTable.Column> columns(boolean compared, ReviewLabels labels) {
    var make = labels.columns;
    var columns = new ArrayList<ExportTable.Column>();
    columns.add(make.count("rank", "Hạng", "Rank"));
    columns.add(make.siteName());
    columns.add(make.visits());
    if (compared) {
      columns.add(make.before());
      columns.add(make.change());
    }
    columns.add(make.share());
    columns.add(make.views());
    return columns;
  }

  private static List<@Nullable Object> row(long rank, Value value, long all, ReviewData data) {
    PeriodResponse compared = data.summary().days().compared();
    String name = SitesSection.name(value);
    Double share = all == 0 ? null : Double.valueOf((double) value.visits() / all);
    if (compared == null) {
      return ExportTable.row(rank, name, value.visits(), share, value.views());
    }
    var before = value.before();
    return ExportTable.row(
        rank,
        name,
        value.visits(),
        before == null || SitesSection.isUncounted(value, data) ? null : before.visits(),
        SitesSection.change(value, data),
        share,
        value.views());
  }
}
