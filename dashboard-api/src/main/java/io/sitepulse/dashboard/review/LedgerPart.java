package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.dashboard.export.Kind;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.report.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How complete the figures are: what was received, and what became of it. */
final class LedgerPart implements Part {

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    if (found.summary().begun() == null) {
      return Optional.empty();
    }
    Ledger ledger = found.summary().ledger();
    return Optional.of(
        new Review.Section(
            "ledger",
            words.of("Độ đầy đủ của số liệu", "How complete the figures are"),
            paragraphs(found, words),
            ledger.received() == 0 ? List.of() : List.of(table(ledger, words)),
            List.of()));
  }

  private static List<String> paragraphs(Findings found, Words words) {
    Ledger ledger = found.summary().ledger();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(ledger.received() == 0 ? nothing(words) : balance(ledger, words));
    if (ledger.mergedVisits() > 0) {
      paragraphs.add(
          words.of("Do sự kiện đến muộn, ", "Because of late events, ")
              + words.count(
                  ledger.mergedVisits(), "cặp lượt truy cập", "pair of visits", "pairs of visits")
              + words.of(" đã được gộp làm một.", " became one."));
    }
    long elsewhere = found.summary().now().views() - ledger.views();
    if (elsewhere > 0) {
      paragraphs.add(brought(elsewhere, found.summary().now().views(), words));
    }
    return paragraphs;
  }

  private static String nothing(Words words) {
    return words.of(
        "Hệ thống không tiếp nhận sự kiện nào trong kỳ.", "No events were received in the period.");
  }

  private static String balance(Ledger ledger, Words words) {
    return words.of("Hệ thống đã tiếp nhận ", "Received: ")
        + words.count(ledger.received(), "sự kiện", "event", "events")
        + words.of(", gồm ", " = ")
        + words.number(ledger.counted())
        + words.of(" sự kiện được tính, ", " counted + ")
        + words.number(ledger.duplicates())
        + words.of(" sự kiện gửi trùng, ", " duplicates + ")
        + words.number(ledger.bots())
        + words.of(" sự kiện của chương trình tự động và ", " of robots + ")
        + words.number(rejected(ledger))
        + words.of(
            " sự kiện không hợp lệ. Các phần cộng lại đúng bằng số đã tiếp nhận.",
            " rejected. The parts add up to what was received.");
  }

  private static String brought(long views, long all, Words words) {
    return words.number(views)
        + "/"
        + words.number(all)
        + words.of(
            " lượt xem trang của kỳ được nhập từ số liệu có trước, không qua tiếp nhận sự kiện nên"
                + " không có trong bảng đối soát.",
            " page views of the period were brought in from earlier records; they were not received"
                + " as events and are not in the ledger.");
  }

  private static long rejected(Ledger ledger) {
    return ledger.rejected().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Sheet table(Ledger ledger, Words words) {
    var rows = new ArrayList<List<@Nullable Object>>();
    long all = ledger.received();
    rows.add(row(words.of("Lượt xem trang được tính", "Page views counted"), ledger.views(), all));
    rows.add(
        row(
            words.of("Tín hiệu đang xem được tính", "Heartbeats counted"),
            ledger.heartbeats(),
            all));
    rows.add(row(words.of("Gửi trùng", "Duplicates"), ledger.duplicates(), all));
    rows.add(row(words.of("Chương trình tự động", "Robots"), ledger.bots(), all));
    ledger
        .rejected()
        .forEach(
            (reason, count) ->
                rows.add(
                    row(
                        words.of("Không hợp lệ: ", "Rejected: ")
                            + Labels.of(reason, words.language),
                        count,
                        all)));
    rows.add(row(words.of("Tổng số đã tiếp nhận", "Received"), all, all));
    var columns = words.columns;
    return new Sheet(
        "ledger",
        words.of("Đối soát sự kiện", "Ledger"),
        List.of(
            columns.text("kind", "Loại", "Kind"),
            columns.count("events", "Số sự kiện", "Events"),
            columns.of("share", Kind.SHARE, "Tỷ lệ", "Share")),
        rows);
  }

  private static List<@Nullable Object> row(String label, long events, long all) {
    return Sheet.row(label, events, (double) events / all);
  }
}
