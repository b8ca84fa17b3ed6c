package io.sitepulse.dashboard.report.export;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Overview.BaselineChange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the changes of baselines, which the public totals contain. */
public final class BaselineChanges {
  private BaselineChanges() {}

  /** A row for each change, the oldest first. */
  public static ExportTable table(List<BaselineChange> changes, Language language) {
    var columns = new ExportColumns(language);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (BaselineChange change : changes) {
      rows.add(
          ExportTable.row(
              change.name(),
              LocalDateTime.ofInstant(change.at(), Site.DEFAULT_ZONE),
              change.by(),
              visits(change.before()),
              visits(change.after()),
              views(change.before()),
              views(change.after())));
    }
    return new ExportTable(
        "baselines",
        language.of("Các lần nhập, sửa số ban đầu", "Changes of the baselines"),
        List.of(
            columns.siteName(),
            columns.time("at", "Lúc", "At"),
            columns.text("by", "Người sửa", "Changed by"),
            columns.count("visitsBefore", "Lượt truy cập: trước", "Visits: before"),
            columns.count("visits", "Lượt truy cập: sau", "Visits: after"),
            columns.count("viewsBefore", "Lượt xem trang: trước", "Page views: before"),
            columns.count("views", "Lượt xem trang: sau", "Page views: after")),
        rows);
  }

  private static @Nullable Long visits(@Nullable Baseline baseline) {
    return baseline == null ? null : Long.valueOf(baseline.visits());
  }

  private static @Nullable Long views(@Nullable Baseline baseline) {
    return baseline == null ? null : Long.valueOf(baseline.views());
  }
}
