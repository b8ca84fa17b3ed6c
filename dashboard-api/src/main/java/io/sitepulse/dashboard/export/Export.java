package io.sitepulse.dashboard.export;

import io.sitepulse.contract.validation.Require;
import io.sitepulse.dashboard.http.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an exported file.
 *
 * @param language of all texts
 * @param title of the document, also the file name
 * @param about scope, period and time of the figures, so that a file explains itself later
 * @param sheets at least one. A CSV file has the first only
 */
public record Export(Language language, String title, List<Fact> about, List<ExportTable> sheets) {

  /** A line about the content of a file. */
  public record Fact(String label, String text) {}

  /** A file with a single table of the same title. */
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
