package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.export.DimensionLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section on completeness: received, counted and rejected events. */
public final class LedgerSection {

  private LedgerSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    if (data.summary().days().begun() == null) {
      return Optional.empty();
    }
    Ledger ledger = data.summary().ledger();
    RefusedEvents refused = data.coverage().refused();
    return Optional.of(
        new Review.Section(
            "ledger",
            labels.of("Độ đầy đủ của số liệu", "How complete the figures are"),
            paragraphs(data, labels),
            ledger.received() == 0 && refused.total() == 0
                ? List.of()
                : List.of(table(ledger, refused, labels)),
            List.of()));
  }

  private static List<String> paragraphs(ReviewData data, ReviewLabels labels) {
    Ledger ledger = data.summary().ledger();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(ledger.received() == 0 ? nothing(labels) : balance(ledger, labels));
    RefusedEvents refused = data.coverage().refused();
    if (refused.total() > 0) {
      paragraphs.add(refused(refused, labels));
    }
    if (ledger.mergedVisits() > 0) {
      paragraphs.add(
          labels.of("Do sự kiện đến muộn, ", "Because of late events, ")
              + labels.count(
                  ledger.mergedVisits(), "cặp lượt truy cập", "pair of visits", "pairs of visits")
              + labels.of(" đã được gộp làm một.", " became one."));
    }
    long imported = data.coverage().origin().importedViews();
    if (imported > 0) {
      paragraphs.add(imported(imported, data.summary().now().views(), labels));
    }
    return paragraphs;
  }

  private static String nothing(ReviewLabels labels) {
    return labels.of(
        "Hệ thống không tiếp nhận sự kiện nào trong kỳ.", "No events were received in the period.");
  }

  private static String balance(Ledger ledger, ReviewLabels labels) {
    return labels.of("Hệ thống đã tiếp nhận ", "Received: ")
        + labels.count(ledger.received(), "sự kiện", "event", "events")
        + labels.of(", gồm ", " = ")
        + labels.number(ledger.counted())
        + labels.of(" sự kiện được tính, ", " counted + ")
        + labels.number(ledger.duplicates())
        + labels.of(" sự kiện gửi trùng, ", " duplicates + ")
        + labels.number(ledger.bots())
        + labels.of(" sự kiện của chương trình tự động và ", " of robots + ")
        + labels.number(rejected(ledger))
        + labels.of(
            " sự kiện không hợp lệ. Các phần cộng lại đúng bằng số đã tiếp nhận.",
            " rejected. The parts add up to what was received.");
  }

  private static String refused(RefusedEvents refused, ReviewLabels labels) {
    String parts =
        refused.reasons().entrySet().stream()
            .map(
                reason ->
                    labels.number(reason.getValue())
                        + " "
                        + DimensionLabels.of(reason.getKey(), labels.language))
            .collect(Collectors.joining(", "));
    return labels.of("Ngoài ra, hệ thống đã từ chối ", "In addition, the system refused ")
        + labels.count(refused.total(), "sự kiện", "event", "events")
        + " ("
        + parts
        + labels.of(
            "). Các sự kiện này không được tiếp nhận và không có trong số liệu của báo cáo.",
            "). They were not received and are in no figure of this review.");
  }

  private static String imported(long views, long all, ReviewLabels labels) {
    return labels.number(views)
        + "/"
        + labels.number(all)
        + labels.of(
            " lượt xem trang của kỳ được nhập từ số liệu có trước, không qua tiếp nhận sự kiện nên"
                + " không có trong bảng đối soát.",
            " page views of the period were brought in from earlier records; they were not received"
                + " as events and are not in the ledger.");
  }

  private static long rejected(Ledger ledger) {
    return ledger.rejected().values().stream().mapToLong(Long::longValue).sum();
  }

  private static ExportTable table(Ledger ledger, RefusedEvents refused, ReviewLabels labels) {
    var rows = new ArrayList<List<@Nullable Object>>();
    long all = ledger.received();
    rows.add(row(labels.of("Lượt xem trang được tính", "Page views counted"), ledger.views(), all));
    rows.add(
        row(
            labels.of("Tín hiệu đang xem được tính", "Heartbeats counted"),
            ledger.heartbeats(),
            all));
    rows.add(row(labels.of("Gửi trùng", "Duplicates"), ledger.duplicates(), all));
    rows.add(row(labels.of("Chương trình tự động", "Robots"), ledger.bots(), all));
    ledger
        .rejected()
        .forEach(
            (reason, count) ->
                rows.add(
                    row(
                        labels.of("Không hợp lệ: ", "Rejected: ")
                            + DimensionLabels.of(reason, labels.language),
                        count,
                        all)));
    rows.add(row(labels.of("Tổng số đã tiếp nhận", "Received"), all, all));
    refused
        .reasons()
        .forEach(
            (reason, count) ->
                rows.add(
                    ExportTable.row(
                        labels.of("Bị từ chối: ", "Refused: ")
                            + DimensionLabels.of(reason, labels.language),
                        count,
                        null)));
    var columns = labels.columns;
    return new ExportTable(
        "ledger",
        labels.of("Đối soát sự kiện", "Ledger"),
        List.of(
            columns.text("kind", "Loại", "Kind"),
            columns.count("events", "Số sự kiện", "Events"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ", "Share")),
        rows);
  }

  private static List<@Nullable Object> row(String label, long events, long all) {
    return ExportTable.row(label, events, all == 0 ? null : (double) events / all);
  }
}
