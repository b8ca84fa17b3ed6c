package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.review.IssuedReview.Basis;
import io.sitepulse.contract.review.IssuedReview.Inputs;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.NumberFormat;
import io.sitepulse.dashboard.http.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what has changed since a review was issued, from what both reviews were made from. */
final class ChangeReasons {
  private final Language language;
  private final IssuedReview issued;
  private final Basis then;
  private final Basis now;
  private final List<String> reasons = new ArrayList<>();

  private ChangeReasons(IssuedReview issued, Basis now, Language language) {
    this.language = language;
    this.issued = issued;
    this.then = issued.basis();
    this.now = now;
  }

  /** Lists the reasons as sentences. If none is known, it says so. */
  static List<String> of(IssuedReview issued, Basis now, Language language) {
    var found = new ChangeReasons(issued, now, language);
    found.find();
    return found.reasons;
  }

  private void find() {
    period();
    names(
        then.sites(),
        now.sites(),
        language.of("Trang mới trong phạm vi: ", "Sites added: "),
        language.of("Trang không còn trong phạm vi: ", "Sites removed: "));
    list(Renames.of(then, now).texts(), language.of("Trang đổi tên: ", "Sites renamed: "));
    names(
        then.mergers(),
        now.mergers(),
        language.of("Sáp nhập mới: ", "Mergers added: "),
        language.of("Sáp nhập đã bỏ: ", "Mergers removed: "));
    definitions(
        then.targets(),
        now.targets(),
        language.of("Chỉ tiêu mới: ", "Targets added: "),
        language.of("Chỉ tiêu đã xóa: ", "Targets removed: "),
        language.of("Chỉ tiêu đã đổi: ", "Target changed: "));
    inputs();
    number(
        then.received(),
        now.received(),
        language.of("Sự kiện của kỳ mà hệ thống đã tiếp nhận", "Accepted events of the period"));
    number(
        then.importedViews(),
        now.importedViews(),
        language.of("Lượt xem nhập từ số liệu có trước", "Page views from earlier records"));
    if (reasons.isEmpty()) {
      reasons.add(
          language.of(
              "Không có nguyên nhân nào được ghi cùng báo cáo. Xem nhật ký thay đổi từ ngày ban hành.",
              "What was stored with the review tells no reason. See the change log since then."));
    }
  }

  private void period() {
    LocalDate until = then.until();
    LocalDate last = issued.subject().period().to();
    LocalDate made = issued.at().atZone(Site.DEFAULT_ZONE).toLocalDate();
    if (until == null || until.isBefore(last) || !made.isAfter(last)) {
      reasons.add(
          until == null
              ? language.of(
                  "Khi ban hành, kỳ báo cáo chưa bắt đầu.",
                  "The period had not begun when the review was issued.")
              : language.of(
                  "Khi ban hành, kỳ báo cáo chưa kết thúc; số liệu tính đến ngày "
                      + NumberFormat.day(language, until)
                      + ".",
                  "The period was not over when the review was issued. Its figures end on "
                      + NumberFormat.day(language, until)
                      + "."));
    }
  }

  private void names(
      Map<String, String> earlier, Map<String, String> later, String added, String removed) {
    list(without(later, earlier), added);
    list(without(earlier, later), removed);
  }

  /** Reviews that were issued before their polls and baselines were kept tell nothing of them. */
  private void inputs() {
    Inputs earlier = then.inputs();
    Inputs later = now.inputs();
    if (earlier == null || later == null) {
      return;
    }
    definitions(
        earlier.polls(),
        later.polls(),
        language.of("Bình chọn mới có trong kỳ: ", "Polls added to the period: "),
        language.of("Bình chọn không còn trong kỳ: ", "Polls no longer in the period: "),
        language.of("Bình chọn đã đổi: ", "Poll changed: "));
    definitions(
        earlier.baselines(),
        later.baselines(),
        language.of("Số ban đầu mới nhập: ", "Baselines added: "),
        language.of("Số ban đầu đã xóa: ", "Baselines removed: "),
        language.of("Số ban đầu đã sửa: ", "Baseline changed: "));
  }

  private void definitions(
      Map<String, String> earlier,
      Map<String, String> later,
      String added,
      String removed,
      String changed) {
    names(earlier, later, added, removed);
    new TreeMap<>(later)
        .forEach(
            (id, text) -> {
              String before = earlier.get(id);
              if (before != null && !before.equals(text)) {
                reasons.add(changed + before + " → " + text + ".");
              }
            });
  }

  private void number(long earlier, long later, String name) {
    if (earlier != later) {
      reasons.add(name + ": " + language.number(earlier) + " → " + language.number(later) + ".");
    }
  }

  private void list(List<String> names, String label) {
    if (!names.isEmpty()) {
      reasons.add(label + String.join(", ", names) + ".");
    }
  }

  private static List<String> without(Map<String, String> all, Map<String, String> known) {
    return new TreeMap<>(all)
        .entrySet().stream()
            .filter(entry -> !known.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
  }
}
