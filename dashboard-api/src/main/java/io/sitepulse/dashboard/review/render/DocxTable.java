package io.sitepulse.dashboard.review.render;

import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes a table of the review into a DOCX document. Its first row repeats on every page. */
final class DocxTable {
  private static final int SIZE = 11;

  /** Room left and right of a text in a cell, and some for the rounding of word processors. */
  private static final int PADDING = 190;

  private static final String SHADE = "E8EEF6";

  private final ExportTable table;
  private final List<List<String>> rows;

  private DocxTable(ExportTable table, Language language) {
    this.table = table;
    this.rows =
        table.rows().stream()
            .limit(ReviewPage.MAX_ROWS)
            .map(row -> IntStream.range(0, row.size()).mapToObj(i -> text(row, i, language)))
            .map(Stream::toList)
            .toList();
  }

  static void write(XWPFDocument document, ExportTable table, Language language) {
    new DocxTable(table, language).write(document);
  }

  /** Creates a table of fixed column widths, in twentieths of a point. */
  static XWPFTable create(XWPFDocument document, String style, int rows, int... widths) {
    XWPFTable made = document.createTable(rows, widths.length);
    made.removeBorders();
    made.setStyleID(style);
    made.setWidth(Arrays.stream(widths).sum());
    var properties = made.getCTTbl().getTblPr();
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    var grid = made.getCTTbl().addNewTblGrid();
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    for (XWPFTableRow row : made.getRows()) {
      for (int i = 0; i < widths.length; i++) {
        var width = row.getCell(i).getCTTc().addNewTcPr().addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(widths[i]));
      }
    }
    return made;
  }

  private void write(XWPFDocument document) {
    XWPFTable made = create(document, "ReviewTable", rows.size() + 1, widths());
    var lines = made.getRows();
    XWPFTableRow head = lines.get(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      var cell = head.getCell(i);
      cell.setColor(SHADE);
      DocxText.add(cell, "TableHead", table.columns().get(i).label());
    }
    for (int r = 0; r < rows.size(); r++) {
      XWPFTableRow line = lines.get(r + 1);
      line.setCantSplitRow(true);
      for (int i = 0; i < table.columns().size(); i++) {
        var paragraph = DocxText.add(line.getCell(i), "TableText", rows.get(r).get(i));
        if (kind(i).numeric()) {
          paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
      }
    }
  }

  private String text(List<?> row, int i, Language language) {
    return kind(i).text(language, row.get(i));
  }

  private ColumnKind kind(int column) {
    return table.columns().get(column).kind();
  }

  /**
   * Widths that keep figures and words whole. What is left goes to columns with long texts and
   * heads.
   */
  private int[] widths() {
    var least = new ArrayList<Integer>();
    var wanted = new ArrayList<Integer>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      var cells = rows.stream().map(row -> row.get(column)).toList();
      int head = width(words(Stream.of(table.columns().get(i).label())), true);
      int whole = Math.max(head, width(cells.stream(), false));
      int broken = Math.min(Math.max(head, width(words(cells.stream()), false)), whole);
      least.add(kind(i).numeric() ? whole : Math.min(broken, DocxText.WIDTH / 4));
      int label = DocxText.width(table.columns().get(i).label(), SIZE, true);
      // An address is broken in any case: its length must not press the names beside it.
      int useful = Math.max(Math.min(whole, DocxText.WIDTH / 3), PADDING + label * 2 / 3);
      wanted.add(Math.max(useful, least.get(i)));
    }
    return shared(least, wanted);
  }

  private static int[] shared(List<Integer> least, List<Integer> wanted) {
    double sumLeast = least.stream().mapToInt(width -> width).sum();
    double sumWanted = wanted.stream().mapToInt(width -> width).sum();
    if (sumWanted <= DocxText.WIDTH || sumLeast >= DocxText.WIDTH) {
      var parts = sumWanted <= DocxText.WIDTH ? wanted : least;
      double factor = DocxText.WIDTH / (sumWanted <= DocxText.WIDTH ? sumWanted : sumLeast);
      return parts.stream().mapToInt(width -> (int) (width * factor)).toArray();
    }
    double share = (DocxText.WIDTH - sumLeast) / (sumWanted - sumLeast);
    return IntStream.range(0, least.size())
        .map(i -> (int) (least.get(i) + share * (wanted.get(i) - least.get(i))))
        .toArray();
  }

  private static Stream<String> words(Stream<String> texts) {
    return texts.flatMap(text -> Arrays.stream(text.split("[\\s/-]+")));
  }

  private static int width(Stream<String> texts, boolean bold) {
    return PADDING
        + texts
            .max(Comparator.comparingInt(String::length))
            .map(longest -> DocxText.width(longest, SIZE, bold))
            .orElse(0);
  }
}
