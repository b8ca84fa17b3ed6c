package io.sitepulse.dashboard.report.export;

import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of sites of a scope that the reader of a file sees. A file about some of them says so
 * in its title and in each row, because a CSV file has rows only.
 *
 * @param visible sites of the scope that the reader may see
 * @param all sites of the scope
 */
public record Coverage(int visible, int all) {
  boolean isPartial() {
    return visible < all;
  }

  /** {@code 1 trong 2 trang thông tin}. */
  String text(Language language) {
    return language.number(visible)
        + language.of(" trong ", " of ")
        + language.number(all)
        + language.of(" trang thông tin", " sites");
  }

  /** The text in parentheses, to append to a name. Empty if no site is missing. */
  String suffix(Language language) {
    return isPartial() ? " (" + text(language) + ")" : "";
  }

  /** The table with a last column that says so, if a site is missing. */
  ExportTable marked(ExportTable table, Language language) {
    if (!isPartial()) {
      return table;
    }
    var columns = new ArrayList<>(table.columns());
    columns.add(
        new ExportTable.Column(
            "coverage", language.of("Phạm vi số liệu", "Coverage"), ColumnKind.TEXT));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : table.rows()) {
      var marked = new ArrayList<@Nullable Object>(row);
      marked.add(text(language));
      rows.add(marked);
    }
    return new ExportTable(table.id(), table.title(), columns, rows);
  }
}
