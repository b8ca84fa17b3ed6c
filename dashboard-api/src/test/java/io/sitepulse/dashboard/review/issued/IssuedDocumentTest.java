package io.sitepulse.dashboard.review.issued;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.review.IssuedReview.Basis;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.Specimen;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.issued.ReviewFigures.FigureChange;
import io.sitepulse.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A review that is packed, opened again and compared. */
class IssuedDocumentTest {
  private static final Renames NO_RENAMES = Renames.of(basis("Sở Y tế"), basis("Sở Y tế"));

  private final Review review = Specimen.full().review();

  @Test
  void everyCellIsTheSameAfterUnpacking() {
    assertThat(ReviewCodec.unpack(ReviewCodec.pack(review))).isEqualTo(review);
    var english = Specimen.full();
    english.language = Language.EN;
    assertThat(ReviewCodec.unpack(ReviewCodec.pack(english.review()))).isEqualTo(english.review());
  }

  @Test
  void theLetterheadOfItsIssueIsKeptAndNoFigure() {
    var head = new Letterhead("UBND", null, "BC", null, List.of(), List.of("VT"), List.of(), null);
    var signed =
        new Review(
            review.language(),
            review.titlePage(),
            review.scope(),
            review.period(),
            review.sample(),
            review.sections(),
            review.details(),
            head);
    assertThat(ReviewCodec.unpack(ReviewCodec.pack(signed)).letterhead()).isEqualTo(head);
    assertThat(ReviewFigures.of(signed).hash()).isEqualTo(ReviewFigures.of(review).hash());
  }

  @Test
  void theHashIsThatOfTheCanonicalFigures() throws Exception {
    String canonical = ReviewFigures.of(review).canonical();
    assertThat(canonical.lines())
        .contains("figures\tSố liệu chính\tLượt truy cập\tnow\t2756838")
        .anyMatch(line -> line.matches("sites\t.*\tSở .*\trank\t1"))
        .anyMatch(line -> line.startsWith("course\t"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    assertThat(ReviewFigures.of(review).hash()).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void aFigureThatDiffersChangesTheHash() {
    var other = Specimen.full();
    other.now = new DaySums(5_123_456, 2_756_839, 1_904_221, 431_905_000_000L);
    assertThat(ReviewFigures.of(other.review()).hash())
        .isNotEqualTo(ReviewFigures.of(review).hash());
  }

  @Test
  void theOpenedDocumentHasNumberAndHash() {
    IssuedReview issued = IssuedSample.of("2026-7", List.of("soyte"), review);
    IssuedDocument document = IssuedDocument.open(issued);
    assertThat(document.intact()).isTrue();
    assertThat(document.numbered().titlePage().subtitle()).startsWith("Số 7/2026 · ");
    var last = document.numbered().sections().get(document.numbered().sections().size() - 1);
    assertThat(String.join(" ", last.paragraphs()))
        .contains("Báo cáo số 7/2026, ban hành lúc 09:00 ngày 22/11/2026", issued.hash())
        .doesNotContain("Cảnh báo");
    assertThat(document.numbered().sections()).containsAll(review.sections());
  }

  @Test
  void aDocumentWhoseFiguresWereChangedSaysSo() {
    IssuedReview issued = IssuedSample.of("2026-7", List.of("soyte"), review);
    var other = Specimen.full();
    other.now = new DaySums(5_123_456, 9_999_999, 1_904_221, 431_905_000_000L);
    var forged =
        new IssuedReview(
            1,
            issued.id(),
            issued.at(),
            issued.by(),
            issued.subject(),
            issued.basis(),
            issued.hash(),
            ReviewCodec.pack(other.review()));
    IssuedDocument document = IssuedDocument.open(forged);
    assertThat(document.intact()).isFalse();
    var sections = document.numbered().sections();
    assertThat(sections.get(sections.size() - 1).paragraphs())
        .anyMatch(text -> text.startsWith("Cảnh báo"));
  }

  @Test
  void aLaterReviewTellsEachFigureThatDiffers() {
    var later = Specimen.full();
    later.now = new DaySums(5_123_456, 2_756_840, 1_904_221, 431_905_000_000L);
    var changes = ReviewChangesResponse.of(review, later.review(), NO_RENAMES, List.of("Vì thế."));
    assertThat(changes.figures())
        .contains(
            new FigureChange(
                "Tổng quan",
                "Số liệu chính",
                "Lượt truy cập",
                "6 tháng đầu năm 2026",
                "2.756.838",
                "2.756.840"));
    assertThat(changes.sentences())
        .anySatisfy(
            change -> {
              assertThat(change.then().get(0)).contains("2.756.838");
              assertThat(change.now().get(0)).contains("2.756.840");
            });
    assertThat(changes.reasons()).containsExactly("Vì thế.");
  }

  @Test
  void theSameReviewHasNoChanges() {
    var same = Specimen.full().review();
    var changes = ReviewChangesResponse.of(review, same, NO_RENAMES, List.of("Vì thế."));
    assertThat(changes.total()).isZero();
    assertThat(changes.sentences()).isEmpty();
    assertThat(changes.reasons()).isEmpty();
  }

  @Test
  void aRenamedSiteIsNamedAndIsNoOtherFigure() {
    Basis then = basis("Sở Y tế");
    Basis now = basis("Sở Y tế tỉnh");
    Review later = renamed(review, "Sở Y tế", "Sở Y tế tỉnh");
    assertThat(ReviewFigures.of(review).changesIn(ReviewFigures.of(later))).isNotEmpty();

    IssuedReview issued = IssuedSample.of("2026-7", List.of("soyte"), review);
    IssuedReview of =
        new IssuedReview(
            1,
            issued.id(),
            issued.at(),
            issued.by(),
            issued.subject(),
            then,
            issued.hash(),
            issued.document());
    var reasons = ChangeReasons.of(of, now, Language.VI);
    var changes = ReviewChangesResponse.of(review, later, Renames.of(then, now), reasons);
    assertThat(changes.total()).isZero();
    assertThat(changes.sentences()).isEmpty();
    assertThat(changes.reasons()).containsExactly("Trang đổi tên: Sở Y tế → Sở Y tế tỉnh.");
  }

  @Test
  void sitesMaySwapTheirNamesAndANameMayBeginWithAnother() {
    var then = basis(Map.of("a", "Sở A", "b", "Sở B", "c", "Sở A Bình"));
    var now = basis(Map.of("a", "Sở B", "b", "Sở A", "c", "Sở C"));

    assertThat(Renames.of(then, now).sentence("Sở A hơn Sở B và Sở A Bình."))
        .isEqualTo("Sở B hơn Sở A và Sở C.");
  }

  private static Basis basis(String name) {
    return basis(Map.of("soyte", name));
  }

  private static Basis basis(Map<String, String> sites) {
    return new Basis(
        sites, Map.of(), Map.of(), Map.of(), LocalDate.parse("2026-06-30"), 1_000, 0, null);
  }

  private static Review renamed(Review review, String name, String later) {
    return new Review(
        review.language(),
        review.titlePage(),
        review.scope(),
        review.period(),
        review.sample(),
        review.sections().stream()
            .map(
                section ->
                    new Review.Section(
                        section.id(),
                        section.heading(),
                        section.paragraphs().stream().map(t -> t.replace(name, later)).toList(),
                        section.sheets().stream().map(t -> renamed(t, name, later)).toList(),
                        section.charts()))
            .toList(),
        review.details(),
        review.letterhead());
  }

  private static ExportTable renamed(ExportTable table, String name, String later) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : table.rows()) {
      var cells = new ArrayList<@Nullable Object>(row);
      cells.replaceAll(cell -> name.equals(cell) ? later : cell);
      rows.add(cells);
    }
    return new ExportTable(table.id(), table.title(), table.columns(), rows);
  }

  @Test
  void aReviewOfBeforePollsWereKeptIsReadAndTellsNothingOfThem() throws Exception {
    IssuedReview issued = IssuedSample.of("2026-7", List.of("soyte"), review);
    var json = (ObjectNode) Json.MAPPER.valueToTree(issued);
    ((ObjectNode) json.path("basis")).remove("inputs");
    IssuedReview old = Json.MAPPER.treeToValue(json, IssuedReview.class);
    assertThat(old.basis().inputs()).isNull();
    assertThat(ChangeReasons.of(old, issued.basis(), Language.EN))
        .singleElement()
        .asString()
        .contains("tells no reason");
  }

  @Test
  void reasonsNameWhatChangedSince() {
    IssuedReview issued = IssuedSample.of("2026-7", List.of("soyte", "sotnmt"), review);
    var now =
        new IssuedReview.Basis(
            Map.of("soyte", "Sở Y tế", "songv", "Sở Nội vụ"),
            Map.of(),
            Map.of("sotnmt soyte 2026-01-01", "sotnmt → Sở Y tế (2026-01-01)"),
            Map.of("t", "Sở Y tế, năm 2026: 10 lượt truy cập"),
            LocalDate.parse("2026-06-30"),
            1_200,
            30,
            new IssuedReview.Inputs(
                Map.of("p", "“Thế nào?”: 4", "r", "“Có không?”: 2"),
                Map.of("soyte", "Sở Y tế: 12")));
    assertThat(ChangeReasons.of(issued, now, Language.VI))
        .containsExactly(
            "Trang mới trong phạm vi: Sở Nội vụ.",
            "Trang không còn trong phạm vi: sotnmt.",
            "Trang đổi tên: soyte → Sở Y tế.",
            "Sáp nhập mới: sotnmt → Sở Y tế (2026-01-01).",
            "Chỉ tiêu mới: Sở Y tế, năm 2026: 10 lượt truy cập.",
            "Bình chọn mới có trong kỳ: “Có không?”: 2.",
            "Bình chọn không còn trong kỳ: “Ra sao?”: 1.",
            "Bình chọn đã đổi: “Thế nào?”: 3 → “Thế nào?”: 4.",
            "Số ban đầu đã sửa: Sở Y tế: 10 → Sở Y tế: 12.",
            "Sự kiện của kỳ mà hệ thống đã tiếp nhận: 1.000 → 1.200.",
            "Lượt xem nhập từ số liệu có trước: 0 → 30.");
    assertThat(ChangeReasons.of(issued, issued.basis(), Language.EN))
        .singleElement()
        .asString()
        .contains("tells no reason");
  }
}
