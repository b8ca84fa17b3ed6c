package io.sitepulse.dashboard.export;

import io.sitepulse.contract.validation.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of an exported file or a review.
 *
 * @param id stable name for programs
 * @param title in the language of the file
 * @param columns at least one
 * @param rows a cell for every column. Null if there is no value
 */
public record ExportTable(
    String id, String title, List<Column> columns, List<List<@Nullable Object>> rows) {

  /**
   * A column.
   *
   * @param id stable name for programs
   * @param label in the language of the file
   * @param kind type of its cells
   */
  public record Column(String id, String label, ColumnKind kind) {
    public Column {
      Require.text(id, 100, "column.id");
      Require.text(label, 500, "column.label");
    }
  }

  public ExportTable {
    Require.text(id, 100, "sheet.id");
    Require.text(title, 500, "sheet.title");
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("sheet must have a column");
    }
    var copy = new ArrayList<List<@Nullable Object>>(rows.size());
    for (var row : rows) {
      copy.add(validated(row, columns));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /** A row of cells. Null if there is no value. */
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  /** True if it has no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  private static List<@Nullable Object> validated(
      List<@Nullable Object> row, List<Column> columns) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "row has " + row.size() + " cells for " + columns.size() + " columns");
    }
    for (int i = 0; i < row.size(); i++) {
      if (!columns.get(i).kind().holds(row.get(i))) {
        throw new IllegalArgumentException("wrong type of cell in column " + columns.get(i).id());
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(row));
  }
}
