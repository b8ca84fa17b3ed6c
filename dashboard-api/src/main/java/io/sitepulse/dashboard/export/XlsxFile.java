package io.sitepulse.dashboard.export;

import io.sitepulse.dashboard.http.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as a workbook. Numbers, shares, days and times are typed cells for calculation.
 * Texts are never formulas. The header stays visible and is repeated on every printed page.
 */
public final class XlsxFile {
  private static final String INK = "1F2937";
  private static final String HEAD = "DCE6F2";
  private static final double MS_PER_DAY = 86_400_000;
  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_NAME = 31;
  private static final int NARROWEST = 10;
  private static final int WIDEST = 60;
  private static final int WIDE_TABLE = 6;
  private static final int ABOUT_WIDTH = 90;

  /** Line height of a 12-point font, in points. */
  private static final double LINE_HEIGHT = 16.5;

  /** Largest height of a row in a spreadsheet, in points. */
  private static final double TALLEST = 409;

  private final Workbook book;
  private final Language language;
  private final Set<String> names = new LinkedHashSet<>();

  private XlsxFile(Workbook book, Language language) {
    this.book = book;
    this.language = language;
  }

  /** Writes a workbook with a sheet for each table and one for the facts about them. */
  public static void write(Export export, OutputStream out) throws IOException {
    try (var book = new Workbook(out, "sitepulse", "1.0")) {
      book.properties().setTitle(sanitize(export.title())).setCompany("sitepulse");
      book.setGlobalDefaultFont("Times New Roman", 12);
      var file = new XlsxFile(book, export.language());
      export.sheets().forEach(file::table);
      file.about(export);
    }
  }

  private void table(ExportTable exportTable) {
    Worksheet page = book.newWorksheet(name(exportTable.title()));
    int columns = exportTable.columns().size();
    for (int c = 0; c < columns; c++) {
      column(page, exportTable, c);
    }
    page.range(0, 0, 0, columns - 1)
        .style()
        .bold()
        .fontColor(INK)
        .fillColor(HEAD)
        .wrapText(true)
        .verticalAlignment("center")
        .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
        .set();
    page.freezePane(0, 1);
    page.repeatRows(0);
    onOnePageAcross(page, columns > WIDE_TABLE ? "landscape" : "portrait");
  }

  private void column(Worksheet page, ExportTable exportTable, int c) {
    var column = exportTable.columns().get(c);
    page.value(0, c, sanitize(column.label()));
    if (column.kind().numeric()) {
      page.style(0, c).horizontalAlignment("right").set();
    }
    int longest = column.label().length();
    for (int r = 0; r < exportTable.rows().size(); r++) {
      var cell = exportTable.rows().get(r).get(c);
      put(page, r + 1, c, column.kind(), cell);
      longest = Math.max(longest, column.kind().text(language, cell).length());
    }
    page.width(c, Math.min(WIDEST, Math.max(NARROWEST, longest + 2)));
    if (!exportTable.isEmpty()) {
      page.range(1, c, exportTable.rows().size(), c)
          .style()
          .fontColor(INK) // LibreOffice uses another font if the colour is not set.
          .format(column.kind().pattern(language))
          .set();
    }
  }

  private static void put(
      Worksheet page, int r, int c, ColumnKind columnKind, @Nullable Object cell) {
    if (cell == null) {
      return;
    }
    switch (columnKind) {
      case TEXT -> page.value(r, c, sanitize((String) cell));
      case COUNT, SHARE, CHANGE -> page.value(r, c, (Number) cell);
      case DAY -> page.value(r, c, (LocalDate) cell);
      case TIME -> page.value(r, c, (LocalDateTime) cell);
      case DURATION -> page.value(r, c, (Long) cell / MS_PER_DAY);
    }
  }

  private void about(Export export) {
    Worksheet page = book.newWorksheet(name(language.of("Thông tin", "About")));
    page.value(0, 0, sanitize(export.title()));
    page.style(0, 0).bold().fontSize(14).set();
    int r = 2;
    for (var fact : export.about()) {
      page.value(r, 0, sanitize(fact.label()));
      page.style(r, 0).bold().verticalAlignment("top").set();
      page.value(r, 1, sanitize(fact.text()));
      page.style(r, 1).fontColor(INK).wrapText(true).verticalAlignment("top").set();
      page.rowHeight(r, Math.min(TALLEST, lines(fact.text()) * LINE_HEIGHT));
      r++;
    }
    page.width(0, 28);
    page.width(1, ABOUT_WIDTH);
    onOnePageAcross(page, "landscape");
  }

  /** Number of lines of a text. LibreOffice does not adjust the row height by itself. */
  private static long lines(String text) {
    long lines = text.lines().mapToLong(line -> 1 + line.length() / (ABOUT_WIDTH - 5)).sum();
    return Math.max(1, lines);
  }

  private static void onOnePageAcross(Worksheet page, String orientation) {
    page.pageOrientation(orientation);
    page.setFitToPage(true);
    page.fitToWidth((short) 1);
    page.fitToHeight((short) 0);
    page.footer("&P / &N", Position.CENTER);
  }

  /** A sheet name that Excel accepts: short, unique and without reserved characters. */
  private String name(String title) {
    String clean = title.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]+", " ").strip();
    String plain = clean.replaceAll("^'+|'+$", "");
    String base = plain.isEmpty() ? "Sheet" : plain;
    String name = cut(base, LONGEST_NAME);
    for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
      String suffix = " (" + n + ")";
      name = cut(base, LONGEST_NAME - suffix.length()) + suffix;
    }
    return XmlText.legal(name);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1).strip() + "…";
  }

  /** Replaces characters that XML does not allow and limits the length to that of a cell. */
  private static String sanitize(String text) {
    return XmlText.legal(cut(text, LONGEST_TEXT)); // A cut may leave half of a surrogate pair.
  }
}
