package io.sitepulse.dashboard.admin.group;

import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exports groups as a table. */
final class GroupExport {
  private GroupExport() {}

  static Export of(List<GroupResponse> groups, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    groups.forEach(
        group ->
            rows.add(
                ExportTable.row(group.id(), group.name(), (long) group.position(), group.sites())));
    var columns = new ExportColumns(language);
    var heads =
        List.of(
            columns.text("group", "Mã", "Id"),
            columns.text("name", "Khối", "Group"),
            columns.count("position", "Thứ tự", "Position"),
            columns.count("sites", "Số trang", "Sites"));
    return Export.of(language, "groups", language.of("Các khối", "Groups"), heads, rows);
  }
}
