package io.sitepulse.dashboard.export;

import io.sitepulse.contract.validation.Require;
import io.sitepulse.dashboard.http.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables that leave as one file.
 *
 * @param language of all words in it
 * @param title of the file, and its name
 * @param about what the figures are about and when they were taken, so that they can be defended
 *     when the file is found again
 * @param sheets at least one; a CSV file holds the first
 */
public record Export(Language language, String title, List<Fact> about, List<ExportTable> sheets) {

  /** One line of what a file is about. */
  public record Fact(String label, String text) {}

  /** A file of one table, which has the file's title. */
  public static Export of(
      Language language,
      String id,
      String title,
      List<ExportTable.Column> columns,
      List<List<@Nullable Object>> rows) {
    return new Export(
        language, title, List.of(), List.of(new ExportTable(id, title, columns, rows)));
  }

  public Export {
    Require.text(title, 500, "title");
    about = List.copyOf(about);
    sheets = List.copyOf(sheets);
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("export must have a sheet");
    }
  }
}
