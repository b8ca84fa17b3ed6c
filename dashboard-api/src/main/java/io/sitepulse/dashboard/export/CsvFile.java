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
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as CSV that a double click opens right: UTF-8 with its mark, so that Excel reads
 * Vietnamese; in Vietnamese {@code ;} between cells and {@code ,} in decimals, as Excel wants where
 * the comma is the decimal sign; in English {@code ,} and {@code .} (RFC 4180), for programs too.
 * Numbers are raw: no groups, shares of one, seconds, ISO days and times.
 */
public final class CsvFile {
  private static final char MARK = '\uFEFF';

  /** As spreadsheets of all languages take it for a time. */
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** Digits after the point that a share keeps. */
  private static final int SCALE = 6;

  private CsvFile() {}

  /** Writes a sheet, row by row. Leaves the stream open. */
  public static void write(ExportTable exportTable, Language language, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(MARK);
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
    return guarded(column.label() + unit);
  }

  private static @Nullable String cell(
      ColumnKind columnKind, @Nullable Object cell, Language language) {
    if (cell == null) {
      return null;
    }
    return switch (columnKind) {
      case TEXT -> guarded((String) cell);
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

  /**
   * Titles and addresses of pages come from visitors: a spreadsheet would run one that begins like
   * a formula. The apostrophe makes it a text.
   */
  private static String guarded(String text) {
    return !text.isEmpty() && RISKY.contains(text.charAt(0)) ? "'" + text : text;
  }

  private static final List<Character> RISKY =
      List.of('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
}
