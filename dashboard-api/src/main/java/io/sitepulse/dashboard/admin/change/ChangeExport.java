package io.sitepulse.dashboard.admin.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exports the change log as a table. Actions have their API names, definitions are JSON. */
final class ChangeExport {
  /** Limit of a cell in Excel. */
  private static final int MAX_CELL_LENGTH = 32_767;

  private ChangeExport() {}

  static Export of(ChangesResponse page, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var change : page.changes()) {
      rows.add(
          ExportTable.row(
              LocalDateTime.ofInstant(change.at(), Site.DEFAULT_ZONE),
              change.byName(),
              change.by(),
              change.action(),
              change.subject(),
              text(change.before()),
              text(change.after())));
    }
    var columns = new ExportColumns(language);
    var heads =
        List.of(
            columns.time("at", "Thời điểm", "Time"),
            columns.text("byName", "Người thực hiện", "Changed by"),
            columns.text("by", "Mã tài khoản", "Account id"),
            columns.text("action", "Thao tác", "Action"),
            columns.text("subject", "Đối tượng", "Subject"),
            columns.text("before", "Trước", "Before"),
            columns.text("after", "Sau", "After"));
    String title = language.of("Nhật ký thay đổi", "Change log");
    return Export.of(language, "changes", title, heads, rows);
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    String text = node.toString();
    return text.length() <= MAX_CELL_LENGTH ? text : text.substring(0, MAX_CELL_LENGTH);
  }
}
