package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.review.document.PastDefinitions;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notes on mergers that were entered, changed or reverted after the period, if their days are not
 * after it.
 */
final class LaterMergers {
  private LaterMergers() {}

  /** Writes the notes of a change of a site. */
  static List<String> of(Change change, ReviewData data, ReviewLabels labels) {
    if (!change.action().startsWith("site.") || change.before() == null) {
      return List.of();
    }
    List<Predecessor> before = PastDefinitions.taken(change.before());
    List<Predecessor> after = PastDefinitions.taken(change.after());
    LocalDate last = data.query().period().to();
    var notes = new ArrayList<String>();
    for (Predecessor one : after) {
      Optional<Predecessor> known = find(before, one.site());
      if (known.isEmpty() && !one.from().isAfter(last)) {
        notes.add(entered(change, one, data, labels));
      } else if (known.isPresent()
          && !known.get().from().equals(one.from())
          && !(known.get().from().isAfter(last) && one.from().isAfter(last))) {
        notes.add(moved(change, known.get(), one.from(), data, labels));
      }
    }
    for (Predecessor one : before) {
      if (find(after, one.site()).isEmpty() && !one.from().isAfter(last)) {
        notes.add(reverted(change, one, data, labels));
      }
    }
    return notes;
  }

  private static Optional<Predecessor> find(List<Predecessor> all, String site) {
    return all.stream().filter(one -> one.site().equals(site)).findFirst();
  }

  private static String entered(
      Change change, Predecessor merger, ReviewData data, ReviewLabels labels) {
    boolean counted =
        data.query().sites().stream()
            .filter(site -> site.id().equals(change.subject()))
            .anyMatch(site -> find(site.predecessors(), merger.site()).isPresent());
    return about(change, merger, data, labels)
        + labels.of("được " + change.byName() + " nhập ngày ", "was entered by " + by(change))
        + day(change, labels)
        + (counted
            ? labels.of(", sau khi kỳ đã kết thúc.", ", when the period was over.")
            : labels.of(
                ", sau khi kỳ đã kết thúc, nên không có trong báo cáo.",
                ", when the period was over, so it is not in this review."));
  }

  private static String moved(
      Change change, Predecessor merger, LocalDate to, ReviewData data, ReviewLabels labels) {
    return about(change, merger, data, labels)
        + labels.of("được " + change.byName() + " sửa ngày ", "was changed by " + by(change))
        + day(change, labels)
        + labels.of(" thành từ ngày ", " to begin on ")
        + labels.periods.day(to)
        + kept(labels);
  }

  private static String reverted(
      Change change, Predecessor merger, ReviewData data, ReviewLabels labels) {
    return about(change, merger, data, labels)
        + labels.of("được " + change.byName() + " hủy ngày ", "was reverted by " + by(change))
        + day(change, labels)
        + kept(labels);
  }

  private static String kept(ReviewLabels labels) {
    return labels.of(
        "; báo cáo giữ việc tiếp nhận đã ghi khi hết kỳ.",
        "; this review has the takeovers known at the period's end.");
  }

  private static String by(Change change) {
    return change.byName() + " on ";
  }

  private static String about(
      Change change, Predecessor merger, ReviewData data, ReviewLabels labels) {
    var names = data.coverage().past().names();
    String successor = names.getOrDefault(change.subject(), change.subject());
    String predecessor = names.getOrDefault(merger.site(), merger.site());
    String from = labels.periods.day(merger.from());
    return labels.of(
        "Sau kỳ báo cáo: việc "
            + successor
            + " tiếp nhận "
            + predecessor
            + " từ ngày "
            + from
            + " ",
        "After the period: that "
            + successor
            + " takes over "
            + predecessor
            + " from "
            + from
            + " on ");
  }

  private static String day(Change change, ReviewLabels labels) {
    return labels.periods.day(change.at().atZone(Site.DEFAULT_ZONE).toLocalDate());
  }
}
