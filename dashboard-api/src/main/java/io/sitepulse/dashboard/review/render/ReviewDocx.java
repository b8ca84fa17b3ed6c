package io.sitepulse.dashboard.review.render;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.NumberFormat;
import io.sitepulse.dashboard.export.XmlText;
import io.sitepulse.dashboard.http.ClasspathResource;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.Chart;
import io.sitepulse.dashboard.review.document.Review;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Renders a review as DOCX, to be edited before it is signed. In Vietnamese it has the form of
 * Decree 30/2020/NĐ-CP, in English a plain head. Text, tables and charts are those of the PDF.
 */
public final class ReviewDocx {
  private static final String STYLES =
      ClasspathResource.text(ReviewDocx.class, "review-styles.xml");
  private static final String NUMBERING =
      ClasspathResource.text(ReviewDocx.class, "review-numbering.xml");

  private final Review review;
  private final Language language;
  private final ChartDrawing chartDrawing;
  private final XWPFDocument document;

  private ReviewDocx(Review review, XWPFDocument document) {
    this.review = review;
    this.language = review.language();
    this.chartDrawing = new ChartDrawing(language);
    this.document = document;
  }

  /** Renders a review. */
  public static byte[] of(Review review) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new XWPFDocument()) {
      new ReviewDocx(review, document).write();
      document.write(out);
    } catch (XmlException | InvalidFormatException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }

  private void write() throws IOException, XmlException, InvalidFormatException {
    var styles = document.createStyles();
    styles.setStyles(StylesDocument.Factory.parse(STYLES).getStyles());
    styles.setSpellingLanguage(language.of("vi-VN", "en-GB"));
    document
        .createNumbering()
        .setNumbering(NumberingDocument.Factory.parse(NUMBERING).getNumbering());
    properties();
    settings();
    page();
    boolean official = language == Language.VI;
    var letter = new DocxLetter(document, review);
    if (official) {
      letter.head();
    } else {
      plainHead();
    }
    about();
    for (var section : review.sections()) {
      section(section);
    }
    if (official) {
      letter.end();
    }
  }

  private void properties() {
    var titlePage = review.titlePage();
    var core = document.getProperties().getCoreProperties();
    core.setTitle(XmlText.legal(titlePage.title()));
    core.setSubjectProperty(XmlText.legal(titlePage.subtitle()));
    core.setCreator(XmlText.legal(titlePage.author()));
    core.setCreated(Optional.of(Date.from(titlePage.made())));
    core.getUnderlyingProperties().setLanguageProperty(language.of("vi-VN", "en-GB"));
  }

  /** Without it Word opens the document in the mode of an old release, with tables set off. */
  private void settings() {
    String names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    try (var cursor = document.getSettings().getCTSettings().newCursor()) {
      cursor.toEndToken();
      cursor.beginElement("compat", names);
      cursor.beginElement("compatSetting", names);
      cursor.insertAttributeWithValue("name", names, "compatibilityMode");
      cursor.insertAttributeWithValue("uri", names, "http://schemas.microsoft.com/office/word");
      cursor.insertAttributeWithValue("val", names, "15");
    }
  }

  /** A4 with the margins of the decree, and page numbers above the text from the second page. */
  private void page() {
    var section = document.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(11_906));
    size.setH(BigInteger.valueOf(16_838));
    var margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(1_134));
    margins.setBottom(BigInteger.valueOf(1_134));
    margins.setLeft(BigInteger.valueOf(1_701));
    margins.setRight(BigInteger.valueOf(1_134));
    margins.setHeader(BigInteger.valueOf(567));
    margins.setFooter(BigInteger.valueOf(567));
    var number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    number.setStyle("Header");
    var field = number.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    field.addNewR().addNewT().setStringValue("2");
    document.createHeader(HeaderFooterType.FIRST).createParagraph().setStyle("Header");
    if (review.sample()) {
      for (var type : new HeaderFooterType[] {HeaderFooterType.FIRST, HeaderFooterType.DEFAULT}) {
        DocxText.write(document.createFooter(type).createParagraph(), "Footer", sample());
      }
    }
  }

  private void plainHead() {
    DocxText.add(document, "Organisation", review.titlePage().organisation());
    DocxText.add(document, "Title", review.titlePage().title());
  }

  private void about() {
    var titlePage = review.titlePage();
    DocxText.add(document, "Subtitle", titlePage.subtitle());
    var day = titlePage.made().atZone(Site.DEFAULT_ZONE).toLocalDate();
    DocxText.add(
        document,
        "Subtitle",
        language.of("Lập ngày ", "Made on ")
            + NumberFormat.day(language, day)
            + language.of(". Người lập: ", " by ")
            + titlePage.author());
    if (review.sample()) {
      DocxText.add(document, "Sample", sample());
    }
  }

  private String sample() {
    return language.of("Số liệu mẫu", "Sample data");
  }

  private void section(Review.Section section) throws IOException, InvalidFormatException {
    DocxText.add(document, "Heading1", section.heading());
    for (String paragraph : section.paragraphs()) {
      DocxText.add(document, "BodyText", paragraph);
    }
    for (Chart chart : section.charts()) {
      DocxText.add(document, "Caption", chart.title());
      picture(chart);
    }
    for (ExportTable table : section.sheets()) {
      if (!table.title().equals(section.heading())) {
        DocxText.add(document, "Caption", table.title());
      }
      DocxTable.write(document, table, language);
      // Tables that follow each other without a paragraph between them would become one.
      DocxText.add(document, "TableNote", ReviewPage.cut(language, table));
    }
  }

  private void picture(Chart chart) throws IOException, InvalidFormatException {
    byte[] png = ChartPicture.of(chartDrawing.of(chart));
    int width = DocxText.WIDTH * Units.EMU_PER_DXA;
    int height = (int) (width * ChartPicture.proportion(png));
    var paragraph = document.createParagraph();
    paragraph.setStyle("Picture");
    var run = paragraph.createRun();
    run.addPicture(
        new ByteArrayInputStream(png), PictureType.PNG, chart.id() + ".png", width, height);
    var properties = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
    properties.setName(chart.id());
    properties.setDescr(XmlText.legal(chart.title()));
  }
}
