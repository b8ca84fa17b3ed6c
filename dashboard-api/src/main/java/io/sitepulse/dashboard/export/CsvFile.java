package io.sitepulse.dashboard.export;

import io.sitepulse.dashboard.http.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV that Excel opens correctly. The text is UTF-8 with a byte order mark. In
 * Vietnamese the delimiter is {@code ;} and the decimal sign {@code ,}, which Excel expects in that
 * locale. In English they are {@code ,} and {@code .} (RFC 4180). Numbers are raw: no thousands
 * separators, shares as fractions, durations in seconds, ISO days and times. A text that a
 * spreadsheet would take for something else is marked ({@link CellText}).
 */
public final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A format that spreadsheets of all languages read as a time. */
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** Decimal places of a share. */
  private static final int SCALE = 6;

  private CsvFile() {}

  /** Writes a table, row by row. Leaves the stream open. */
  public static void write(ExportTable exportTable, Language language, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    var format =
        CSVFormat.RFC4180.builder().setDelimiter(language.of(";", ",")).setNullString("").get();
    var printer = new CSVPrinter(text, format);
    printer.printRecord(exportTable.columns().stream().map(column -> label(column, language)));
    for (var row : exportTable.rows()) {
      for (int i = 0; i < row.size(); i++) {
        printer.print(cell(exportTable.columns().get(i).kind(), row.get(i), language));
      }
      printer.println();
    }
    printer.flush();
  }

  private static String label(ExportTable.Column column, Language language) {
    String unit = column.kind() == ColumnKind.DURATION ? language.of(" (giây)", " (seconds)") : "";
    return CellText.of(column.label() + unit);
  }

  private static @Nullable String cell(
      ColumnKind columnKind, @Nullable Object cell, Language language) {
    if (cell == null) {
      return null;
    }
    return switch (columnKind) {
      case TEXT -> CellText.of((String) cell);
      case COUNT, DAY -> cell.toString();
      case TIME -> MINUTES.format((LocalDateTime) cell);
      case SHARE, CHANGE -> decimal((Double) cell, language);
      case DURATION -> Long.toString((Long) cell / 1000);
    };
  }

  private static String decimal(double number, Language language) {
    var rounded = BigDecimal.valueOf(number).setScale(SCALE, RoundingMode.HALF_EVEN);
    var digits = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    return digits.toPlainString().replace(".", language.of(",", "."));
  }
}
