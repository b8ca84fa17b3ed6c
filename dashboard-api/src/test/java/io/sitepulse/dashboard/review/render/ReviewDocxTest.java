package io.sitepulse.dashboard.review.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.Specimen;
import io.sitepulse.dashboard.review.document.Review;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

/** A review as DOCX, read back. */
class ReviewDocxTest {
  private static final Letterhead LETTERHEAD =
      new Letterhead(
          "Ủy ban nhân dân tỉnh",
          "Văn phòng",
          "BC-VP",
          "Quảng Ngãi",
          List.of("Tỉnh ủy", "Ủy ban nhân dân tỉnh."),
          List.of("Như trên", "Lưu: VT"),
          List.of("KT. Chánh Văn phòng", "Phó Chánh Văn phòng"),
          "Nguyễn Văn An");

  @Test
  void hasTheSentencesOfTheReviewInOrder() throws Exception {
    Review review = Specimen.full().review();
    try (var docx = docx(review)) {
      assertThat(texts(docx, "Heading1"))
          .containsExactlyElementsOf(
              review.sections().stream().map(Review.Section::heading).toList());
      assertThat(texts(docx, "BodyText"))
          .containsExactlyElementsOf(
              review.sections().stream().flatMap(part -> part.paragraphs().stream()).toList());
      assertThat(texts(docx, "Subtitle")).contains(review.titlePage().subtitle());
    }
  }

  @Test
  void tablesHaveTheFiguresOfTheReviewAndRepeatTheirFirstRow() throws Exception {
    Review review = Specimen.full().review();
    var sheets = review.sections().stream().flatMap(part -> part.sheets().stream()).toList();
    try (var docx = docx(review)) {
      var tables = docx.getTables().subList(1, docx.getTables().size() - 1);
      assertThat(tables).hasSameSizeAs(sheets);
      for (int i = 0; i < sheets.size(); i++) {
        assertThat(rows(tables.get(i))).isEqualTo(rows(sheets.get(i)));
        assertThat(tables.get(i).getRow(0).isRepeatHeader()).isTrue();
      }
    }
  }

  @Test
  void headAndEndHaveThePartsOfTheDecreeInOrder() throws Exception {
    try (var docx = docx(with(Specimen.full().review(), LETTERHEAD))) {
      var head = rows(docx.getTables().get(0));
      assertThat(head.get(0).get(0)).startsWith("ỦY BAN NHÂN DÂN TỈNH\nVĂN PHÒNG");
      assertThat(head.get(0).get(1))
          .startsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc");
      assertThat(head.get(1))
          .containsExactly("Số: …/BC-VP", "Quảng Ngãi, ngày … tháng 11 năm 2026");
      assertThat(docx.getParagraphs().stream().map(XWPFParagraph::getText).toList())
          .startsWith(
              "BÁO CÁO",
              "Tình hình truy cập 6 tháng đầu năm 2026",
              "",
              "Kính gửi:",
              "- Tỉnh ủy;",
              "- Ủy ban nhân dân tỉnh.");
      var end = rows(docx.getTables().get(docx.getTables().size() - 1)).get(0);
      assertThat(end.get(0)).isEqualTo("Nơi nhận:\n- Như trên;\n- Lưu: VT.");
      assertThat(end.get(1))
          .startsWith("KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG")
          .endsWith("Nguyễn Văn An");
    }
  }

  @Test
  void whatTheLetterheadDoesNotNameIsAGapToFill() throws Exception {
    try (var docx = docx(Specimen.full().review())) {
      assertThat(rows(docx.getTables().get(0)).get(1))
          .containsExactly("Số: …/BC-…", "…, ngày … tháng 11 năm 2026");
      assertThat(texts(docx, "LetterAddressee")).containsExactly("Kính gửi: …");
      var end = rows(docx.getTables().get(docx.getTables().size() - 1)).get(0);
      assertThat(end.get(0)).isEqualTo("Nơi nhận:\n- Như trên;\n- …;\n- Lưu: VT, …");
      assertThat(end.get(1)).contains("[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]", "[Họ và tên]");
    }
  }

  @Test
  void pageAndFontsAreThoseOfTheDecree() throws Exception {
    try (var docx = docx(Specimen.full().review())) {
      var section = docx.getDocument().getBody().getSectPr();
      assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
      assertThat(millimetres(section.getPgMar().getTop())).isBetween(20L, 25L);
      assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20L, 25L);
      assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30L, 35L);
      assertThat(millimetres(section.getPgMar().getRight())).isBetween(15L, 20L);
      assertThat(docx.getStyles().getDefaultRunStyle().getFontSizeAsDouble()).isEqualTo(13.0);
      var xml = docx.getStyle().xmlText();
      assertThat(xml).contains("w:ascii=\"Times New Roman\"", "w:lang w:val=\"vi-VN\"");
      assertThat(docx.getHeaderFooterPolicy().getFirstPageHeader().getText()).isBlank();
      assertThat(docx.getHeaderFooterPolicy().getDefaultHeader()._getHdrFtr().xmlText())
          .contains("w:instr=\"PAGE\"");
    }
  }

  @Test
  void chartsArePicturesWithAText() throws Exception {
    Review review = Specimen.full().review();
    var charts = review.sections().stream().flatMap(part -> part.charts().stream()).toList();
    try (var docx = docx(review)) {
      assertThat(docx.getAllPictures())
          .hasSameSizeAs(charts)
          .allSatisfy(picture -> assertThat(picture.getData()).hasSizeGreaterThan(5_000));
      var described =
          docx.getParagraphs().stream()
              .flatMap(paragraph -> paragraph.getRuns().stream())
              .flatMap(run -> run.getCTR().getDrawingList().stream())
              .map(drawing -> drawing.getInlineArray(0).getDocPr().getDescr())
              .toList();
      assertThat(described)
          .containsExactlyElementsOf(charts.stream().map(chart -> chart.title()).toList());
    }
  }

  @Test
  void inEnglishItHasAPlainHead() throws Exception {
    var full = Specimen.full();
    full.language = Language.EN;
    full.sample = true;
    Review review = full.review();
    try (var docx = docx(review)) {
      assertThat(docx.getParagraphs().stream().map(XWPFParagraph::getText).toList())
          .startsWith(review.titlePage().organisation(), review.titlePage().title())
          .contains("Made on 2026-11-22 by Nguyễn Thị Minh Ánh", "Sample data");
      assertThat(docx.getStyle().xmlText()).contains("w:lang w:val=\"en-GB\"");
      assertThat(rows(docx.getTables().get(0)).get(0).get(0)).isEqualTo("Figure");
    }
  }

  @Test
  void textsWithLettersThatXmlForbidsAreReplaced() throws Exception {
    var specimen = Specimen.full();
    specimen.name = "Giới\uFFFF thiệu \uD800<&>\u0000";
    try (var docx = docx(specimen.review())) {
      assertThat(texts(docx, "Subtitle").get(0)).contains("Giới\uFFFD thiệu \uFFFD<&>\uFFFD");
    }
  }

  private static Review with(Review review, Letterhead letterhead) {
    var page = review.titlePage();
    return new Review(
        review.language(),
        new Review.TitlePage(
            page.title(), page.subtitle(), "Văn phòng", page.author(), page.made()),
        review.scope(),
        review.period(),
        review.sample(),
        review.sections(),
        review.details(),
        letterhead);
  }

  private static XWPFDocument docx(Review review) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(ReviewDocx.of(review)));
  }

  private static List<String> texts(XWPFDocument docx, String style) {
    return docx.getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }

  private static List<List<String>> rows(XWPFTable table) {
    return table.getRows().stream()
        .map(XWPFTableRow::getTableCells)
        .map(ReviewDocxTest::cells)
        .toList();
  }

  private static List<String> cells(List<XWPFTableCell> cells) {
    return cells.stream()
        .map(
            cell ->
                String.join(
                    "\n", cell.getParagraphs().stream().map(XWPFParagraph::getText).toList()))
        .toList();
  }

  private static List<List<String>> rows(ExportTable table) {
    var language = Language.VI;
    var rows = new ArrayList<List<String>>();
    rows.add(table.columns().stream().map(ExportTable.Column::label).toList());
    for (List<?> row : table.rows()) {
      var cells = Stream.<String>builder();
      for (int i = 0; i < row.size(); i++) {
        cells.add(table.columns().get(i).kind().text(language, row.get(i)));
      }
      rows.add(cells.build().toList());
    }
    return rows;
  }

  private static long millimetres(Object twips) {
    return Math.round(((Number) twips).doubleValue() / 56.7);
  }
}
