package io.sitepulse.dashboard.export;

import io.sitepulse.contract.validation.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as readers see it.
 *
 * @param id which table; stable, for programs
 * @param title in the reader's language
 * @param columns at least one
 * @param rows a cell for every column; null where there is no figure
 */
public record ExportTable(
    String id, String title, List<Column> columns, List<List<@Nullable Object>> rows) {

  /**
   * A column.
   *
   * @param id stable, for programs
   * @param label in the reader's language
   * @param kind what its cells hold
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
      copy.add(checked(row, columns));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /** A row of cells; null where there is no figure. */
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  /** Whether there is nothing in it but its header. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  private static List<@Nullable Object> checked(List<@Nullable Object> row, List<Column> columns) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "row has " + row.size() + " cells for " + columns.size() + " columns");
    }
    for (int i = 0; i < row.size(); i++) {
      if (!columns.get(i).kind().holds(row.get(i))) {
        throw new IllegalArgumentException("column " + columns.get(i).id() + " cannot hold that");
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(row));
  }
}
