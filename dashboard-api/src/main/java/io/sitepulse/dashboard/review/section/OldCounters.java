package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The note about old counters: one paragraph, however many sites had one. */
final class OldCounters {
  private OldCounters() {}

  /** Where baselines come from. Sites that were entered together share it. */
  private record Origin(LocalDate asOf, String source, String enteredBy) {}

  /** A site and the visits of its old counter. */
  private record Counter(String site, long visits) {}

  /** The paragraph. Empty if no site had an old counter. */
  static Optional<String> note(ReviewData data, ReviewLabels labels) {
    Map<String, Baseline> known = data.coverage().origin().baselines().known();
    Map<Origin, List<Counter>> counters = new LinkedHashMap<>();
    for (Site site : data.query().sites()) {
      Baseline old = known.get(site.id());
      if (old != null) {
        counters
            .computeIfAbsent(
                new Origin(old.asOf(), old.source(), old.enteredBy()), none -> new ArrayList<>())
            .add(new Counter(site.name(), old.visits()));
      }
    }
    var all = counters.values().stream().flatMap(List::stream).toList();
    return switch (all.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(one(all.get(0), counters.keySet().iterator().next(), labels));
      default -> Optional.of(several(all, counters, labels));
    };
  }

  private static String one(Counter counter, Origin origin, ReviewLabels labels) {
    return labels.of("Bộ đếm cũ của ", "The old counter of ")
        + counter.site()
        + " ("
        + source(origin, labels)
        + labels.of(") có ", ") had ")
        + labels.count(counter.visits(), Metric.VISITS)
        + labels.of(" đến hết ngày ", " up to ")
        + labels.periods.day(origin.asOf())
        + labels.of(
            "; số này chỉ nằm trong tổng lũy kế, không nằm trong số liệu của kỳ báo cáo.",
            "; it is in the running total only, and not in the figures of this period.");
  }

  private static String several(
      List<Counter> all, Map<Origin, List<Counter>> counters, ReviewLabels labels) {
    long visits = all.stream().mapToLong(Counter::visits).sum();
    var text = new StringBuilder();
    text.append(labels.of("Bộ đếm cũ của ", "The old counters of "))
        .append(labels.count(all.size(), "trang thông tin", "site", "sites"))
        .append(labels.of(" có tổng cộng ", " had "))
        .append(labels.count(visits, Metric.VISITS))
        .append(
            labels.of(
                "; số này chỉ nằm trong tổng lũy kế, không nằm trong số liệu của kỳ báo cáo.",
                "; they are in the running total only, and not in the figures of this period."));
    counters.forEach(
        (origin, sites) ->
            text.append(labels.of(" Đến hết ngày ", " Up to "))
                .append(labels.periods.day(origin.asOf()))
                .append(" (")
                .append(source(origin, labels))
                .append("): ")
                .append(list(sites, labels))
                .append('.'));
    return text.toString();
  }

  private static String source(Origin origin, ReviewLabels labels) {
    return labels.of("nguồn: ", "source: ")
        + origin.source()
        + labels.of("; người nhập: ", "; entered by ")
        + origin.enteredBy();
  }

  private static String list(List<Counter> sites, ReviewLabels labels) {
    return String.join(
        "; ",
        sites.stream()
            .map(counter -> counter.site() + " " + labels.number(counter.visits()))
            .toList());
  }
}
