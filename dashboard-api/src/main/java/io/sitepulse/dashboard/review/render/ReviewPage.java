package io.sitepulse.dashboard.review.render;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.NumberFormat;
import io.sitepulse.dashboard.export.XmlText;
import io.sitepulse.dashboard.http.ClasspathResource;
import io.sitepulse.dashboard.http.CspHashes;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders a review as one self-contained HTML page, for browsers, printing and PDF. */
public final class ReviewPage {
  private static final String PRINT = ClasspathResource.text(ReviewPage.class, "review.css");

  static final String STYLE = PRINT + ClasspathResource.text(ReviewPage.class, "screen.css");

  /** Content security policy: only the inline style sheet. */
  public static final String POLICY =
      "default-src 'none'; style-src " + CspHashes.source(STYLE) + "; base-uri 'none'";

  /** Rows of a table before it is cut. The workbook has all rows. */
  static final int MAX_ROWS = 600;

  /** Tables up to this length are not split across pages. */
  private static final int SHORT = 14;

  private static final Template TEMPLATE =
      Mustache.compiler()
          .escapeHTML(true)
          .compile(ClasspathResource.text(ReviewPage.class, "review.html"));

  private record Head(String label, String side, String id) {}

  private record Cell(String text, String side) {}

  private record Row(List<Cell> cells) {}

  private record Table(String title, String size, List<Head> columns, List<Row> rows, String cut) {}

  private record Picture(String title, String svg) {}

  private record Part(
      String id,
      String heading,
      List<String> paragraphs,
      List<Table> tables,
      List<Picture> charts) {}

  private final Review review;
  private final Language language;
  private final ChartDrawing chartDrawing;

  private ReviewPage(Review review) {
    this.review = review;
    this.language = review.language();
    this.chartDrawing = new ChartDrawing(language);
  }

  /** The page for browsers, with styles for screen and print. */
  public static String of(Review review) {
    return new ReviewPage(review).render(STYLE);
  }

  /** The page for print only, as well-formed XML. */
  public static String printed(Review review) {
    return new ReviewPage(review).render(PRINT);
  }

  private String render(String style) {
    var day = review.titlePage().made().atZone(Site.DEFAULT_ZONE).toLocalDate();
    return XmlText.legal(
        TEMPLATE.execute(
            Map.of(
                "style", style,
                "lang", language.tag(),
                "review", review,
                "day", NumberFormat.day(language, day),
                "made", language.of("Lập ngày", "Made on"),
                "by", language.of("Người lập:", "By"),
                "page", language.of("Trang", "Page"),
                "samples", language.of("Số liệu mẫu", "Sample data"),
                "parts", review.sections().stream().map(this::part).toList())));
  }

  private Part part(Review.Section section) {
    return new Part(
        section.id(),
        section.heading(),
        section.paragraphs(),
        section.sheets().stream()
            .map(exportTable -> table(exportTable, section.heading()))
            .toList(),
        section.charts().stream()
            .map(chart -> new Picture(chart.title(), chartDrawing.of(chart)))
            .toList());
  }

  private Table table(ExportTable exportTable, String heading) {
    var heads =
        exportTable.columns().stream()
            .map(column -> new Head(column.label(), side(column.kind()), column.id()))
            .toList();
    var rows =
        exportTable.rows().stream()
            .limit(MAX_ROWS)
            .map(row -> new Row(cells(exportTable, row)))
            .toList();
    String cut = cut(language, exportTable);
    // The title is omitted if the heading above is the same.
    String title = exportTable.title().equals(heading) ? "" : exportTable.title();
    String size = rows.size() <= SHORT ? "short" : "long";
    return new Table(title, size, heads, rows, cut);
  }

  /** Tells how many rows are in the workbook only. Empty if none are. */
  static String cut(Language language, ExportTable exportTable) {
    int left = exportTable.rows().size() - MAX_ROWS;
    return left <= 0
        ? ""
        : language.of(
            "Còn " + language.number(left) + " dòng nữa trong tệp bảng tính (XLSX).",
            language.number(left) + " more rows are in the workbook (XLSX).");
  }

  private List<Cell> cells(ExportTable exportTable, List<?> row) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < row.size(); i++) {
      ColumnKind columnKind = exportTable.columns().get(i).kind();
      cells.add(new Cell(columnKind.text(language, row.get(i)), side(columnKind)));
    }
    return cells;
  }

  private static String side(ColumnKind columnKind) {
    return columnKind.numeric() ? "number" : "words";
  }
}
