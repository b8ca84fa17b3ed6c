package io.sitepulse.dashboard.review.section;

import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.List;
import java.util.Optional;

/**
 * Compares only the sites that were counted throughout the compared period. Where sites were added
 * since, the change of all sites says more about their number than about their visits.
 */
final class SameSites {
  private SameSites() {}

  /** The sentence. Empty if no site with visits was added, or if there is nothing to compare. */
  static Optional<String> sentence(ReviewData data, ReviewLabels labels) {
    PeriodResponse compared = data.summary().days().compared();
    Breakdown list = data.breakdowns().sites().orElse(null);
    if (compared == null || list == null || list.rows() > list.values().size()) {
      return Optional.empty();
    }
    var first = data.coverage().origin().firstDays();
    List<Value> same =
        list.values().stream()
            .filter(value -> compared.isCovered(first.get(value.value())))
            .toList();
    boolean isAnyAdded =
        list.values().stream().anyMatch(value -> value.visits() > 0 && !same.contains(value));
    long now = same.stream().mapToLong(Value::visits).sum();
    long before = same.stream().mapToLong(SameSites::before).sum();
    Double change = RelativeChange.of(now, before);
    return isAnyAdded && change != null
        ? Optional.of(sentence(same.size(), now, before, change, labels))
        : Optional.empty();
  }

  private static long before(Value value) {
    var before = value.before();
    return before == null ? 0 : before.visits();
  }

  private static String sentence(
      int sites, long now, long before, double change, ReviewLabels labels) {
    return labels.of(
        "Tính trên cùng các đơn vị ("
            + labels.number(sites)
            + " trang thông tin được đếm trong cả hai kỳ), lượt truy cập "
            + labels.change(change)
            + " ("
            + labels.number(now)
            + " so với "
            + labels.number(before)
            + ").",
        "On the same sites ("
            + labels.number(sites)
            + " counted throughout both periods), visits "
            + labels.change(change)
            + " ("
            + labels.number(now)
            + " against "
            + labels.number(before)
            + ").");
  }
}
