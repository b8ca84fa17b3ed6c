package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.review.document.Chart;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section that compares the sites of a group, or all sites. */
public final class SitesSection {

  private static final int LEADERS = 3;
  private static final int BARS = 10;
  private static final int NAMED = 10;

  /** A site with the relative change of its visits. */
  private record SiteChange(String name, double change) {}

  private SitesSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    return data.breakdowns()
        .sites()
        .filter(list -> !list.values().isEmpty())
        .map(list -> section(list, data, labels));
  }

  private static Review.Section section(Breakdown list, ReviewData data, ReviewLabels labels) {
    var values = list.values().stream().sorted(SitesSection::byVisits).toList();
    var paragraphs = new ArrayList<String>();
    leaders(values, labels).ifPresent(paragraphs::add);
    data.compared(labels)
        .flatMap(what -> changes(values, what, data, labels))
        .ifPresent(paragraphs::add);
    silent(values, labels).ifPresent(paragraphs::add);
    boolean any = values.get(0).visits() > 0;
    return new Review.Section(
        "sites",
        labels.of("Kết quả của từng đơn vị", "Results by site"),
        paragraphs,
        List.of(SitesTable.of(values, data, labels)),
        any && values.size() > 1 ? List.of(chart(values, labels)) : List.of());
  }

  private static int byVisits(Value one, Value other) {
    int order = Long.compare(other.visits(), one.visits());
    return order != 0 ? order : one.value().compareTo(other.value());
  }

  private static Optional<String> leaders(List<Value> values, ReviewLabels labels) {
    long all = values.stream().mapToLong(Value::visits).sum();
    var first = values.stream().limit(LEADERS).filter(value -> value.visits() > 0).toList();
    if (first.isEmpty() || values.size() < 2) {
      return Optional.empty();
    }
    long most = first.get(0).visits();
    long equal = values.stream().filter(value -> value.visits() == most).count();
    String rest =
        first.stream()
            .skip(equal)
            .map(value -> name(value) + " (" + labels.number(value.visits()) + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        labels.of("Dẫn đầu là ", "First is ")
            + (equal > LEADERS
                ? labels.count(equal, "đơn vị", "site", "sites")
                : first.stream()
                    .limit(equal)
                    .map(SitesSection::name)
                    .collect(Collectors.joining(", ")))
            + labels.of(equal > 1 ? ", mỗi đơn vị " : " với ", " with ")
            + labels.count(most, Metric.VISITS)
            + labels.of(", chiếm ", ", ")
            + labels.percent((double) most / all)
            + labels.of(" tổng số", equal > 1 ? " of all each" : " of all")
            + (rest.isEmpty() ? "" : labels.of("; tiếp theo là ", ", followed by ") + rest)
            + ".");
  }

  private static Optional<String> changes(
      List<Value> values, String what, ReviewData data, ReviewLabels labels) {
    var moved =
        values.stream()
            .filter(value -> change(value, data) != null)
            .map(
                value ->
                    new SiteChange(
                        name(value), Optional.ofNullable(change(value, data)).orElse(0.0)))
            .sorted(Comparator.comparingDouble(SiteChange::change))
            .toList();
    if (moved.size() < 2) {
      return Optional.empty();
    }
    long up = moved.stream().filter(one -> one.change() > 0).count();
    long down = moved.stream().filter(one -> one.change() < 0).count();
    String text =
        labels.of("So với " + what + ", có ", "Against " + what + ", ")
            + labels.count(up, "đơn vị tăng", "site rose", "sites rose")
            + labels.of(", ", " and ")
            + labels.count(down, "đơn vị giảm", "site fell", "sites fell");
    return Optional.of(text + extremes(moved, labels) + ".");
  }

  private static String extremes(List<SiteChange> moved, ReviewLabels labels) {
    SiteChange least = moved.get(0);
    SiteChange most = moved.get(moved.size() - 1);
    String up =
        most.change() <= 0
            ? ""
            : labels.of("; tăng cao nhất là ", "; the largest rise: ")
                + most.name()
                + " ("
                + labels.percent(most.change())
                + ")";
    String down =
        least.change() >= 0
            ? ""
            : labels.of("; giảm nhiều nhất là ", "; the largest fall: ")
                + least.name()
                + " ("
                + labels.percent(-least.change())
                + ")";
    return up + down;
  }

  private static Optional<String> silent(List<Value> values, ReviewLabels labels) {
    var none = values.stream().filter(value -> value.visits() == 0).toList();
    if (none.isEmpty()) {
      return Optional.empty();
    }
    String names =
        none.stream().limit(NAMED).map(SitesSection::name).collect(Collectors.joining(", "));
    String more =
        none.size() > NAMED
            ? labels.of(
                " và " + labels.number(none.size() - NAMED) + " đơn vị khác",
                " and " + labels.number(none.size() - NAMED) + " more")
            : "";
    return Optional.of(
        labels.of("Chưa ghi nhận lượt truy cập: ", "Without any visit: ") + names + more + ".");
  }

  private static Chart chart(List<Value> values, ReviewLabels labels) {
    var shown = values.stream().limit(BARS).toList();
    String title =
        shown.size() < values.size()
            ? labels.of(
                BARS + " đơn vị có nhiều lượt truy cập nhất",
                "The " + BARS + " sites with most visits")
            : labels.of("Lượt truy cập theo đơn vị", "Visits by site");
    return new Chart(
        "sites",
        Chart.Kind.BAR,
        title,
        shown.stream().map(SitesSection::name).toList(),
        List.of(
            new Chart.Series(
                labels.columns.visits().label(),
                shown.stream().<@Nullable Long>map(Value::visits).toList())));
  }

  /** The change of a site. Null if it was not counted on all compared days. */
  static @Nullable Double change(Value value, ReviewData data) {
    var before = value.before();
    PeriodResponse compared = data.summary().days().compared();
    LocalDate first = data.coverage().origin().firstDays().get(value.value());
    return before == null || compared == null || !compared.isCovered(first)
        ? null
        : RelativeChange.of(value.visits(), before.visits());
  }

  /** Tells that a site was counted on none of the compared days. */
  static boolean isUncounted(Value value, ReviewData data) {
    PeriodResponse compared = data.summary().days().compared();
    return compared != null
        && compared.isUncounted(data.coverage().origin().firstDays().get(value.value()));
  }

  static String name(Value value) {
    return value.title() == null || value.title().isEmpty() ? value.value() : value.title();
  }
}
