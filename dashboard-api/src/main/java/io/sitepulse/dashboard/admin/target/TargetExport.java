package io.sitepulse.dashboard.admin.target;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exports targets as a table. */
final class TargetExport {
  private TargetExport() {}

  static Export of(List<TargetResponse> targets, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var response : targets) {
      Target target = response.target();
      rows.add(
          ExportTable.row(
              response.scopeName(),
              target.period().toString(),
              metric(target.metric(), language),
              target.value(),
              response.actual(),
              response.share(),
              target.source(),
              target.enteredBy()));
    }
    var columns = new ExportColumns(language);
    var head =
        List.of(
            columns.siteName(),
            columns.text("period", "Kỳ kế hoạch", "Period"),
            columns.text("metric", "Chỉ số", "Figure"),
            columns.count("value", "Kế hoạch", "Target"),
            columns.count("actual", "Thực hiện", "Actual"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ đạt", "Attained"),
            columns.text("source", "Căn cứ", "Source"),
            columns.text("enteredBy", "Người nhập", "Entered by"));
    String title = language.of("Chỉ tiêu", "Targets");
    return Export.of(language, "targets", title, head, rows);
  }

  private static String metric(Metric metric, Language language) {
    var columns = new ExportColumns(language);
    return switch (metric) {
      case VISITS -> columns.visits().label();
      case VIEWS -> columns.views().label();
      case VISITORS -> columns.visitors().label();
    };
  }
}
