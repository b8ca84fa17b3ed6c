package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.review.document.Chart;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sites of a group, or all, one beside the other. */
public final class SitesSection implements SectionWriter {
  private static final int LEADERS = 3;
  private static final int BARS = 10;
  private static final int NAMED = 10;

  /** A site and how its visits changed. */
  private record Moved(String name, double change) {}

  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    return found
        .sites()
        .filter(list -> !list.values().isEmpty())
        .map(list -> section(list, found, reviewLabels));
  }

  private static Review.Section section(
      Breakdown list, ReviewData found, ReviewLabels reviewLabels) {
    var values = list.values().stream().sorted(SitesSection::byVisits).toList();
    var paragraphs = new ArrayList<String>();
    leaders(values, reviewLabels).ifPresent(paragraphs::add);
    found
        .compared(reviewLabels)
        .flatMap(what -> moves(values, what, reviewLabels))
        .ifPresent(paragraphs::add);
    silent(values, reviewLabels).ifPresent(paragraphs::add);
    boolean any = values.get(0).visits() > 0;
    return new Review.Section(
        "sites",
        reviewLabels.of("Kết quả của từng đơn vị", "Results by site"),
        paragraphs,
        List.of(SitesTable.of(values, found, reviewLabels)),
        any && values.size() > 1 ? List.of(chart(values, reviewLabels)) : List.of());
  }

  private static int byVisits(Value one, Value other) {
    int order = Long.compare(other.visits(), one.visits());
    return order != 0 ? order : one.value().compareTo(other.value());
  }

  private static Optional<String> leaders(List<Value> values, ReviewLabels reviewLabels) {
    long all = values.stream().mapToLong(Value::visits).sum();
    var first = values.stream().limit(LEADERS).filter(value -> value.visits() > 0).toList();
    if (first.isEmpty() || values.size() < 2) {
      return Optional.empty();
    }
    String rest =
        first.stream()
            .skip(1)
            .map(value -> name(value) + " (" + reviewLabels.number(value.visits()) + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        reviewLabels.of("Dẫn đầu là ", "First is ")
            + name(first.get(0))
            + reviewLabels.of(" với ", " with ")
            + reviewLabels.count(first.get(0).visits(), Metric.VISITS)
            + reviewLabels.of(", chiếm ", ", ")
            + reviewLabels.percent((double) first.get(0).visits() / all)
            + reviewLabels.of(" tổng số", " of all")
            + (rest.isEmpty() ? "" : reviewLabels.of("; tiếp theo là ", ", followed by ") + rest)
            + ".");
  }

  private static Optional<String> moves(
      List<Value> values, String what, ReviewLabels reviewLabels) {
    var moved =
        values.stream()
            .filter(value -> change(value) != null)
            .map(value -> new Moved(name(value), Optional.ofNullable(change(value)).orElse(0.0)))
            .sorted(Comparator.comparingDouble(Moved::change))
            .toList();
    if (moved.size() < 2) {
      return Optional.empty();
    }
    long up = moved.stream().filter(one -> one.change() > 0).count();
    long down = moved.stream().filter(one -> one.change() < 0).count();
    String text =
        reviewLabels.of("So với " + what + ", có ", "Against " + what + ", ")
            + reviewLabels.count(up, "đơn vị tăng", "site rose", "sites rose")
            + reviewLabels.of(", ", " and ")
            + reviewLabels.count(down, "đơn vị giảm", "site fell", "sites fell");
    return Optional.of(text + extremes(moved, reviewLabels) + ".");
  }

  private static String extremes(List<Moved> moved, ReviewLabels reviewLabels) {
    Moved least = moved.get(0);
    Moved most = moved.get(moved.size() - 1);
    String up =
        most.change() <= 0
            ? ""
            : reviewLabels.of("; tăng cao nhất là ", "; the largest rise: ")
                + most.name()
                + " ("
                + reviewLabels.percent(most.change())
                + ")";
    String down =
        least.change() >= 0
            ? ""
            : reviewLabels.of("; giảm nhiều nhất là ", "; the largest fall: ")
                + least.name()
                + " ("
                + reviewLabels.percent(-least.change())
                + ")";
    return up + down;
  }

  private static Optional<String> silent(List<Value> values, ReviewLabels reviewLabels) {
    var none = values.stream().filter(value -> value.visits() == 0).toList();
    if (none.isEmpty()) {
      return Optional.empty();
    }
    String names =
        none.stream().limit(NAMED).map(SitesSection::name).collect(Collectors.joining(", "));
    String more =
        none.size() > NAMED
            ? reviewLabels.of(
                " và " + reviewLabels.number(none.size() - NAMED) + " đơn vị khác",
                " and " + reviewLabels.number(none.size() - NAMED) + " more")
            : "";
    return Optional.of(
        reviewLabels.of("Chưa ghi nhận lượt truy cập: ", "Without any visit: ")
            + names
            + more
            + ".");
  }

  private static Chart chart(List<Value> values, ReviewLabels reviewLabels) {
    var shown = values.stream().limit(BARS).toList();
    String title =
        shown.size() < values.size()
            ? reviewLabels.of(
                BARS + " đơn vị có nhiều lượt truy cập nhất",
                "The " + BARS + " sites with most visits")
            : reviewLabels.of("Lượt truy cập theo đơn vị", "Visits by site");
    return new Chart(
        "sites",
        Chart.Kind.BAR,
        title,
        shown.stream().map(SitesSection::name).toList(),
        List.of(
            new Chart.Series(
                reviewLabels.columns.visits().label(),
                shown.stream().<@Nullable Long>map(Value::visits).toList())));
  }

  static @Nullable Double change(Value value) {
    var before = value.before();
    return before == null ? null : RelativeChange.of(value.visits(), before.visits());
  }

  static String name(Value value) {
    return value.title() == null || value.title().isEmpty() ? value.value() : value.title();
  }
}
