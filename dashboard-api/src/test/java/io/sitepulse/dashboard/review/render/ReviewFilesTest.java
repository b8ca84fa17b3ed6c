package io.sitepulse.dashboard.review.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.XlsxFile;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.Specimen;
import io.sitepulse.dashboard.review.document.ReviewData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A review as files, read back with other libraries. */
class ReviewFilesTest {

  @Test
  void pdfHasTheTextOfTheReview() throws Exception {
    try (var pdf = pdf(Specimen.full())) {
      assertThat(text(pdf))
          .contains("Báo cáo tình hình truy cập 6 tháng đầu năm 2026")
          .contains("2.756.838 lượt truy cập với 5.123.456 lượt xem trang")
          .contains("đạt 121,4% kế hoạch")
          .contains("Ban Quản lý Khu kinh tế Dung Quất")
          .contains("I. Tổng quan", "X. Ghi chú cách tính")
          .contains("Phong phú <đa dạng>", "=Thủ tục đăng ký khai sinh")
          .contains("Trang 1/" + pdf.getNumberOfPages())
          .doesNotContain("&lt;", "{{", "null");
    }
  }

  /** One page view with such a title must not prevent the PDF of a whole period. */
  @Test
  void textsOfVisitorsWithLettersThatXmlForbidsAreReplaced() throws Exception {
    String odd = "Giới\uFFFF thiệu\uFFFE \uD800<&>\uDC00 \u0000\u0008\u001b";
    var specimen = Specimen.full();
    specimen.name = odd;
    specimen.targets =
        List.of(
            new ReviewData.Attainment(
                odd,
                Metric.VISITS,
                Period.parse("2026"),
                5_000_000,
                4_100_000,
                LocalDate.parse("2026-06-30"),
                odd));
    try (var pdf = pdf(specimen)) {
      // Without a glyph for U+FFFD in its font, the PDF has another sign there.
      assertThat(text(pdf)).containsPattern("Giới. thiệu. .<&>.");
    }
    assertThat(ReviewPage.of(specimen.review())).doesNotContain("\uFFFF", "\uFFFE");
    assertThat(sheet(specimen, 0)).isNotEmpty();
    String drawing = new Svg(10, 10, odd).done();
    assertThat(drawing).doesNotContain("\uFFFF").contains("&lt;");
  }

  @Test
  void pdfIsWrittenInEnglish() throws Exception {
    var full = Specimen.full();
    full.language = Language.EN;
    full.sample = true;
    try (var pdf = pdf(full)) {
      assertThat(text(pdf))
          .contains("2,756,838 visits", "121.4% of the plan", "Sample data", "Page 1/")
          .doesNotContain("Tổng quan", "lượt truy cập");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void pdfHasEmbeddedFontsAndTags() throws Exception {
    try (var pdf = pdf(Specimen.full())) {
      assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
      assertThat(fonts(pdf)).allMatch(font -> font.getName().contains("LiberationSerif"));
      var catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("vi");
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Báo cáo tình hình truy cập 6 tháng đầu năm 2026");
    }
  }

  @Test
  void writesADocumentWithoutFigures() throws Exception {
    var empty = new Specimen();
    empty.now = DaySums.ZERO;
    empty.before = null;
    empty.ledger = Ledger.EMPTY;
    empty.target = null;
    empty.pages = false;
    try (var pdf = pdf(empty)) {
      assertThat(text(pdf)).contains("chưa ghi nhận lượt truy cập nào");
    }
    assertThat(sheet(empty, 0).get(1).getCellAsNumber(1)).contains(BigDecimal.ZERO);
  }

  @Test
  void writesPdfAndWorkbookOfFiveHundredSites() throws Exception {
    var many = Specimen.full();
    many.sites = 500;
    try (var pdf = pdf(many)) {
      assertThat(text(pdf)).contains("Ủy ban nhân dân xã số 499");
      assertThat(pdf.getNumberOfPages()).isBetween(10, 40);
    }
    assertThat(sheet(many, 4)).hasSize(501);
  }

  @Test
  void workbookHasTheFiguresOfTheReview() throws Exception {
    var full = Specimen.full();
    var sheets =
        full.review().sections().stream().flatMap(section -> section.sheets().stream()).toList();
    for (int i = 0; i < sheets.size(); i++) {
      var rows = sheet(full, i);
      assertThat(rows).hasSize(sheets.get(i).rows().size() + 1);
      for (int r = 0; r < sheets.get(i).rows().size(); r++) {
        same(rows.get(r + 1), sheets.get(i), sheets.get(i).rows().get(r));
      }
    }
  }

  @Test
  void pageIsWellFormedAndLoadsNothing() throws Exception {
    String page = ReviewPage.of(Specimen.full().review());
    var factory = DocumentBuilderFactory.newInstance();
    var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("h1").getLength()).isOne();
    assertThat(page).doesNotContain("src=", "<script", "url(", "@import", " style=");
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("vi");
  }

  @Test
  void axesEndAtRoundNumbers() {
    assertThat(ChartDrawing.AxisScale.of(1).lines()).containsExactly(0L, 1L);
    assertThat(ChartDrawing.AxisScale.of(20_000).lines())
        .containsExactly(0L, 5_000L, 10_000L, 15_000L, 20_000L);
    assertThat(ChartDrawing.AxisScale.of(20_001).lines())
        .containsExactly(0L, 10_000L, 20_000L, 30_000L);
    assertThat(ChartDrawing.AxisScale.of(7).lines()).containsExactly(0L, 2L, 4L, 6L, 8L);
    assertThat(ChartDrawing.AxisScale.of(Long.MAX_VALUE / 100).lines()).hasSizeBetween(2, 6);
  }

  private static void same(Row row, ExportTable exportTable, List<?> cells) {
    for (int c = 0; c < cells.size(); c++) {
      Object cell = cells.get(c);
      if (cell instanceof Number number) {
        // Spreadsheets store a duration as a fraction of a day.
        double unit = exportTable.columns().get(c).kind() == ColumnKind.DURATION ? 86_400_000 : 1;
        assertThat(row.getCellAsNumber(c).orElseThrow().doubleValue())
            .isEqualTo(number.doubleValue() / unit);
      } else if (cell instanceof String text) {
        assertThat(row.getCellText(c)).isEqualTo(text);
      }
    }
  }

  private static PDDocument pdf(Specimen specimen) throws IOException {
    return Loader.loadPDF(ReviewPdf.of(ReviewPage.printed(specimen.review())));
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
  }

  private static List<PDFont> fonts(PDDocument pdf) throws IOException {
    var fonts = new ArrayList<PDFont>();
    for (var page : pdf.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  private static List<Row> sheet(Specimen specimen, int number) throws IOException {
    var out = new ByteArrayOutputStream();
    XlsxFile.write(ReviewWorkbook.of(specimen.review()), out);
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return book.getSheet(number).orElseThrow().read();
    }
  }
}
