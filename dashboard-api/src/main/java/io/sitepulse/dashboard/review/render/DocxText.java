package io.sitepulse.dashboard.review.render;

import io.sitepulse.dashboard.export.XmlText;
import java.awt.font.FontRenderContext;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Texts of a DOCX document: paragraphs in a named style, and how wide they are. */
final class DocxText {
  /** Twentieths of a point, the unit of widths in the format. */
  static final int POINT = 20;

  /** Width of the text between the margins: 160 mm. */
  static final int WIDTH = 9_071;

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private DocxText() {}

  /** Adds a paragraph to the end of the document. */
  static XWPFParagraph add(XWPFDocument document, String style, String text) {
    return write(document.createParagraph(), style, text);
  }

  /** Adds a paragraph to a cell, of which the first is there already. */
  static XWPFParagraph add(XWPFTableCell cell, String style, String text) {
    var first = cell.getParagraphs().get(0);
    return write(isFresh(cell, first) ? first : cell.addParagraph(), style, text);
  }

  private static boolean isFresh(IBody cell, XWPFParagraph first) {
    return cell.getParagraphs().size() == 1 && first.getStyle() == null;
  }

  /** Gives a paragraph style and text. An empty text leaves a blank line. */
  static XWPFParagraph write(XWPFParagraph paragraph, String style, String text) {
    paragraph.setStyle(style);
    if (!text.isEmpty()) {
      paragraph.createRun().setText(XmlText.legal(text));
    }
    return paragraph;
  }

  /** Width of a text on one line, in twentieths of a point. */
  static int width(String text, int size, boolean bold) {
    var font = Fonts.awt(bold).deriveFont((float) size);
    return (int) Math.ceil(font.getStringBounds(text, EXACT).getWidth() * POINT);
  }
}
