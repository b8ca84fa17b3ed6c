package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.export.DimensionLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How complete the figures are: what was received, and what became of it. */
public final class LedgerSection implements SectionWriter {

  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    if (found.summary().begun() == null) {
      return Optional.empty();
    }
    Ledger ledger = found.summary().ledger();
    return Optional.of(
        new Review.Section(
            "ledger",
            reviewLabels.of("Độ đầy đủ của số liệu", "How complete the figures are"),
            paragraphs(found, reviewLabels),
            ledger.received() == 0 ? List.of() : List.of(table(ledger, reviewLabels)),
            List.of()));
  }

  private static List<String> paragraphs(ReviewData found, ReviewLabels reviewLabels) {
    Ledger ledger = found.summary().ledger();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(ledger.received() == 0 ? nothing(reviewLabels) : balance(ledger, reviewLabels));
    if (ledger.mergedVisits() > 0) {
      paragraphs.add(
          reviewLabels.of("Do sự kiện đến muộn, ", "Because of late events, ")
              + reviewLabels.count(
                  ledger.mergedVisits(), "cặp lượt truy cập", "pair of visits", "pairs of visits")
              + reviewLabels.of(" đã được gộp làm một.", " became one."));
    }
    long elsewhere = found.summary().now().views() - ledger.views();
    if (elsewhere > 0) {
      paragraphs.add(brought(elsewhere, found.summary().now().views(), reviewLabels));
    }
    return paragraphs;
  }

  private static String nothing(ReviewLabels reviewLabels) {
    return reviewLabels.of(
        "Hệ thống không tiếp nhận sự kiện nào trong kỳ.", "No events were received in the period.");
  }

  private static String balance(Ledger ledger, ReviewLabels reviewLabels) {
    return reviewLabels.of("Hệ thống đã tiếp nhận ", "Received: ")
        + reviewLabels.count(ledger.received(), "sự kiện", "event", "events")
        + reviewLabels.of(", gồm ", " = ")
        + reviewLabels.number(ledger.counted())
        + reviewLabels.of(" sự kiện được tính, ", " counted + ")
        + reviewLabels.number(ledger.duplicates())
        + reviewLabels.of(" sự kiện gửi trùng, ", " duplicates + ")
        + reviewLabels.number(ledger.bots())
        + reviewLabels.of(" sự kiện của chương trình tự động và ", " of robots + ")
        + reviewLabels.number(rejected(ledger))
        + reviewLabels.of(
            " sự kiện không hợp lệ. Các phần cộng lại đúng bằng số đã tiếp nhận.",
            " rejected. The parts add up to what was received.");
  }

  private static String brought(long views, long all, ReviewLabels reviewLabels) {
    return reviewLabels.number(views)
        + "/"
        + reviewLabels.number(all)
        + reviewLabels.of(
            " lượt xem trang của kỳ được nhập từ số liệu có trước, không qua tiếp nhận sự kiện nên"
                + " không có trong bảng đối soát.",
            " page views of the period were brought in from earlier records; they were not received"
                + " as events and are not in the ledger.");
  }

  private static long rejected(Ledger ledger) {
    return ledger.rejected().values().stream().mapToLong(Long::longValue).sum();
  }

  private static ExportTable table(Ledger ledger, ReviewLabels reviewLabels) {
    var rows = new ArrayList<List<@Nullable Object>>();
    long all = ledger.received();
    rows.add(
        row(
            reviewLabels.of("Lượt xem trang được tính", "Page views counted"),
            ledger.views(),
            all));
    rows.add(
        row(
            reviewLabels.of("Tín hiệu đang xem được tính", "Heartbeats counted"),
            ledger.heartbeats(),
            all));
    rows.add(row(reviewLabels.of("Gửi trùng", "Duplicates"), ledger.duplicates(), all));
    rows.add(row(reviewLabels.of("Chương trình tự động", "Robots"), ledger.bots(), all));
    ledger
        .rejected()
        .forEach(
            (reason, count) ->
                rows.add(
                    row(
                        reviewLabels.of("Không hợp lệ: ", "Rejected: ")
                            + DimensionLabels.of(reason, reviewLabels.language),
                        count,
                        all)));
    rows.add(row(reviewLabels.of("Tổng số đã tiếp nhận", "Received"), all, all));
    var columns = reviewLabels.columns;
    return new ExportTable(
        "ledger",
        reviewLabels.of("Đối soát sự kiện", "Ledger"),
        List.of(
            columns.text("kind", "Loại", "Kind"),
            columns.count("events", "Số sự kiện", "Events"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ", "Share")),
        rows);
  }

  private static List<@Nullable Object> row(String label, long events, long all) {
    return ExportTable.row(label, events, (double) events / all);
  }
}
