package io.sitepulse.dashboard.admin.note;

import io.sitepulse.contract.note.DayNote;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exports notes as a table. */
final class NoteExport {
  private NoteExport() {}

  static Export of(List<NoteResponse> notes, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var response : notes) {
      DayNote note = response.note();
      rows.add(
          ExportTable.row(
              note.from(), note.to(), note.text(), response.scopeName(), note.enteredBy()));
    }
    var columns = new ExportColumns(language);
    var head =
        List.of(
            columns.of("from", ColumnKind.DAY, "Từ ngày", "From"),
            columns.of("to", ColumnKind.DAY, "Đến ngày", "To"),
            columns.text("text", "Ghi chú", "Note"),
            columns.siteName(),
            columns.text("enteredBy", "Người nhập", "Entered by"));
    String title = language.of("Ghi chú theo ngày", "Notes on days");
    return Export.of(language, "notes", title, head, rows);
  }
}
