package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.Review;
import java.util.ArrayList;
import java.util.List;

/**
 * The document of an issued review, as it was issued.
 *
 * @param content without number and hash
 * @param intact true if its figures have the stored hash
 */
record IssuedDocument(IssuedReview issued, Review content, boolean intact) {
  static IssuedDocument open(IssuedReview issued) {
    Review content = ReviewCodec.unpack(issued.document());
    return new IssuedDocument(
        issued, content, ReviewFigures.of(content).hash().equals(issued.hash()));
  }

  /** The review with its number in the subtitle, and a section with number and hash. */
  Review numbered() {
    Language language = content.language();
    Review.TitlePage page = content.titlePage();
    var sections = new ArrayList<>(content.sections());
    sections.add(Review.Section.of("issue", language.of("Ban hành", "Issue"), paragraphs()));
    return new Review(
        language,
        new Review.TitlePage(
            page.title(),
            language.of("Số ", "No. ") + number() + " · " + page.subtitle(),
            page.organisation(),
            page.author(),
            page.made()),
        content.scope(),
        content.period(),
        content.sample(),
        sections,
        content.details(),
        content.letterhead());
  }

  private String number() {
    return issued.number() + "/" + issued.year();
  }

  private List<String> paragraphs() {
    Language language = content.language();
    String time = language.time(issued.at(), Site.DEFAULT_ZONE);
    var paragraphs = new ArrayList<String>();
    paragraphs.add(
        language.of(
                "Báo cáo số " + number() + ", ban hành lúc " + time + ". Người ban hành: ",
                "Review no. " + number() + ", issued at " + time + " by ")
            + issued.by().name()
            + ".");
    paragraphs.add(
        language.of("Mã kiểm tra số liệu (SHA-256): ", "Hash of the figures (SHA-256): ")
            + issued.hash());
    if (!intact) {
      paragraphs.add(
          language.of(
              "Cảnh báo: số liệu đang lưu không khớp mã kiểm tra này. Không dùng làm căn cứ.",
              "Warning: the stored figures do not have this hash. Do not rely on them."));
    }
    return paragraphs;
  }
}
