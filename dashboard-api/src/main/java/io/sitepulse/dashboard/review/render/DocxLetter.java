package io.sitepulse.dashboard.review.render;

import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * Head and end of a review as an official letter of Decree 30/2020/NĐ-CP (appendix I). What the
 * letterhead does not name is a gap with dots or brackets.
 */
final class DocxLetter {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String GAP = "…";
  private static final String KIND = "Báo cáo ";
  private static final int LEFT = 3_600;
  private static final int RIGHT = DocxText.WIDTH - LEFT;
  private static final int BLANK_LINES = 4;

  private final XWPFDocument document;
  private final Review review;
  private final Letterhead letterhead;

  DocxLetter(XWPFDocument document, Review review) {
    this.document = document;
    this.review = review;
    this.letterhead = review.letterhead();
  }

  /** Writes organisation, motto, number, date, title and addressees. */
  void head() {
    var table = DocxTable.create(document, "LetterTable", 2, LEFT, RIGHT);
    XWPFTableCell organisation = table.getRow(0).getCell(0);
    if (letterhead.superior() != null) {
      DocxText.add(organisation, "LetterSuperior", upper(letterhead.superior()));
    }
    String name = upper(organisation());
    DocxText.add(organisation, "LetterOrganisation", name);
    rule(organisation.addParagraph(), LEFT, Math.min(LEFT, DocxText.width(name, 12, true)) * 2 / 5);
    XWPFTableCell motto = table.getRow(0).getCell(1);
    DocxText.add(motto, "LetterOrganisation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    String words = "Độc lập - Tự do - Hạnh phúc";
    DocxText.add(motto, "LetterMotto", words);
    rule(motto.addParagraph(), RIGHT, DocxText.width(words, 13, true));
    String symbol = Objects.requireNonNullElse(letterhead.symbol(), "BC-" + GAP);
    DocxText.add(table.getRow(1).getCell(0), "LetterNumber", "Số: " + GAP + "/" + symbol);
    DocxText.add(table.getRow(1).getCell(1), "LetterDate", placeAndDay());
    title();
    addressees();
  }

  private String organisation() {
    String name = review.titlePage().organisation();
    boolean unnamed =
        review.scope().equals(Scope.ALL)
            && name.equals(new ReviewLabels(Language.VI).scopeName(null));
    return unnamed ? "[Tên cơ quan ban hành]" : name;
  }

  /** The day is that of the signature, so it stays open. */
  private String placeAndDay() {
    var made = review.titlePage().made().atZone(Site.DEFAULT_ZONE);
    return "%s, ngày %s tháng %02d năm %d"
        .formatted(
            Objects.requireNonNullElse(letterhead.place(), GAP),
            GAP,
            made.getMonthValue(),
            made.getYear());
  }

  private void title() {
    String title = review.titlePage().title();
    DocxText.add(document, "Title", "BÁO CÁO");
    String about = title.startsWith(KIND) ? title.substring(KIND.length()) : title;
    String capital = about.substring(0, 1).toUpperCase(VIETNAMESE) + about.substring(1);
    DocxText.add(document, "LetterAbout", capital);
    int width = Math.min(DocxText.WIDTH, DocxText.width(capital, 14, true)) * 2 / 5;
    rule(document.createParagraph(), DocxText.WIDTH, width);
  }

  private void addressees() {
    var names = letterhead.addressees();
    if (names.size() < 2) {
      String name = names.isEmpty() ? GAP : ended(names.get(0), ".");
      DocxText.add(document, "LetterAddressee", "Kính gửi: " + name);
      return;
    }
    DocxText.add(document, "LetterAddressee", "Kính gửi:");
    for (int i = 0; i < names.size(); i++) {
      String end = i < names.size() - 1 ? ";" : ".";
      DocxText.add(document, "LetterAddressees", "- " + ended(names.get(i), end));
    }
  }

  /** Writes the distribution list beside position and name of the signer. */
  void end() {
    DocxText.add(document, "TableNote", "");
    var table = DocxTable.create(document, "LetterTable", 1, LEFT, RIGHT);
    table.getRow(0).setCantSplitRow(true);
    XWPFTableCell list = table.getRow(0).getCell(0);
    DocxText.add(list, "RecipientsHead", "Nơi nhận:");
    var recipients =
        letterhead.recipients().isEmpty()
            ? List.of("Như trên", GAP, "Lưu: VT, " + GAP)
            : letterhead.recipients();
    for (int i = 0; i < recipients.size(); i++) {
      String end = i < recipients.size() - 1 ? ";" : ".";
      DocxText.add(list, "Recipient", "- " + ended(recipients.get(i), end));
    }
    XWPFTableCell signature = table.getRow(0).getCell(1);
    var position =
        letterhead.position().isEmpty()
            ? List.of("[Quyền hạn, chức vụ của người ký]")
            : letterhead.position();
    position.forEach(line -> DocxText.add(signature, "SignerPosition", upper(line)));
    for (int i = 0; i < BLANK_LINES; i++) {
      DocxText.add(signature, "SignerName", "");
    }
    String signer = Objects.requireNonNullElse(letterhead.signer(), "[Họ và tên]");
    DocxText.add(signature, "SignerName", signer);
  }

  private static String ended(String text, String end) {
    return text.replaceAll("[\\s.;,]+$", "").replaceAll("^[-–\\s]+", "")
        + (text.endsWith(GAP) && end.equals(".") ? "" : end);
  }

  private static String upper(String text) {
    return text.toUpperCase(VIETNAMESE);
  }

  /** Draws a centred line below a text as the border of a low paragraph between wide indents. */
  private static void rule(XWPFParagraph paragraph, int room, int width) {
    paragraph.setStyle("LetterRule");
    paragraph.setBorderTop(Borders.SINGLE);
    int side = Math.max(0, (room - width) / 2);
    paragraph.setIndentationLeft(side);
    paragraph.setIndentationRight(side);
  }
}
