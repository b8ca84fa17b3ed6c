package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.report.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sites of a group, or all, one beside the other. */
final class SitesPart implements Part {
  private static final int LEADERS = 3;
  private static final int BARS = 10;
  private static final int NAMED = 10;

  /** A site and how its visits changed. */
  private record Moved(String name, double change) {}

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    return found
        .sites()
        .filter(list -> !list.values().isEmpty())
        .map(list -> section(list, found, words));
  }

  private static Review.Section section(Breakdown list, Findings found, Words words) {
    var values = list.values().stream().sorted(SitesPart::byVisits).toList();
    var paragraphs = new ArrayList<String>();
    leaders(values, words).ifPresent(paragraphs::add);
    found.compared(words).flatMap(what -> moves(values, what, words)).ifPresent(paragraphs::add);
    silent(values, words).ifPresent(paragraphs::add);
    boolean any = values.get(0).visits() > 0;
    return new Review.Section(
        "sites",
        words.of("Kết quả của từng đơn vị", "Results by site"),
        paragraphs,
        List.of(SitesTable.of(values, found, words)),
        any && values.size() > 1 ? List.of(chart(values, words)) : List.of());
  }

  private static int byVisits(Value one, Value other) {
    int order = Long.compare(other.visits(), one.visits());
    return order != 0 ? order : one.value().compareTo(other.value());
  }

  private static Optional<String> leaders(List<Value> values, Words words) {
    long all = values.stream().mapToLong(Value::visits).sum();
    var first = values.stream().limit(LEADERS).filter(value -> value.visits() > 0).toList();
    if (first.isEmpty() || values.size() < 2) {
      return Optional.empty();
    }
    String rest =
        first.stream()
            .skip(1)
            .map(value -> name(value) + " (" + words.number(value.visits()) + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        words.of("Dẫn đầu là ", "First is ")
            + name(first.get(0))
            + words.of(" với ", " with ")
            + words.count(first.get(0).visits(), Metric.VISITS)
            + words.of(", chiếm ", ", ")
            + words.percent((double) first.get(0).visits() / all)
            + words.of(" tổng số", " of all")
            + (rest.isEmpty() ? "" : words.of("; tiếp theo là ", ", followed by ") + rest)
            + ".");
  }

  private static Optional<String> moves(List<Value> values, String what, Words words) {
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
        words.of("So với " + what + ", có ", "Against " + what + ", ")
            + words.count(up, "đơn vị tăng", "site rose", "sites rose")
            + words.of(", ", " and ")
            + words.count(down, "đơn vị giảm", "site fell", "sites fell");
    return Optional.of(text + extremes(moved, words) + ".");
  }

  private static String extremes(List<Moved> moved, Words words) {
    Moved least = moved.get(0);
    Moved most = moved.get(moved.size() - 1);
    String up =
        most.change() <= 0
            ? ""
            : words.of("; tăng cao nhất là ", "; the largest rise: ")
                + most.name()
                + " ("
                + words.percent(most.change())
                + ")";
    String down =
        least.change() >= 0
            ? ""
            : words.of("; giảm nhiều nhất là ", "; the largest fall: ")
                + least.name()
                + " ("
                + words.percent(-least.change())
                + ")";
    return up + down;
  }

  private static Optional<String> silent(List<Value> values, Words words) {
    var none = values.stream().filter(value -> value.visits() == 0).toList();
    if (none.isEmpty()) {
      return Optional.empty();
    }
    String names =
        none.stream().limit(NAMED).map(SitesPart::name).collect(Collectors.joining(", "));
    String more =
        none.size() > NAMED
            ? words.of(
                " và " + words.number(none.size() - NAMED) + " đơn vị khác",
                " and " + words.number(none.size() - NAMED) + " more")
            : "";
    return Optional.of(
        words.of("Chưa ghi nhận lượt truy cập: ", "Without any visit: ") + names + more + ".");
  }

  private static Chart chart(List<Value> values, Words words) {
    var shown = values.stream().limit(BARS).toList();
    String title =
        shown.size() < values.size()
            ? words.of(
                BARS + " đơn vị có nhiều lượt truy cập nhất",
                "The " + BARS + " sites with most visits")
            : words.of("Lượt truy cập theo đơn vị", "Visits by site");
    return new Chart(
        "sites",
        Chart.Kind.BAR,
        title,
        shown.stream().map(SitesPart::name).toList(),
        List.of(
            new Chart.Series(
                words.columns.visits().label(),
                shown.stream().<@Nullable Long>map(Value::visits).toList())));
  }

  static @Nullable Double change(Value value) {
    var before = value.before();
    return before == null ? null : Change.of(value.visits(), before.visits());
  }

  static String name(Value value) {
    return value.title() == null || value.title().isEmpty() ? value.value() : value.title();
  }
}
