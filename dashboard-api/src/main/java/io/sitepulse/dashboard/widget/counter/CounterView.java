package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The view of counters that the query of an image or an embedded page selects.
 *
 * @param figures the numbers to show, in this order, at least one
 * @param metric the quantity to show
 * @param language language of labels and numbers
 * @param dark true for dark colours, false for light ones, null to follow the reader's system
 */
public record CounterView(
    List<Figure> figures, Metric metric, Language language, @Nullable Boolean dark) {
  private static final String DEFAULT_FIGURES = "online,today,total";

  /** One number as text, with its label. */
  public record Line(String label, String number) {}

  public CounterView {
    figures = List.copyOf(figures);
  }

  /**
   * Reads {@code show}, {@code metric}, {@code lang} and {@code theme}.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the unknown parameter value
   */
  public static CounterView of(MultiMap query) {
    return new CounterView(
        Arrays.stream(
                query.contains("show") ? query.get("show").split(",") : DEFAULT_FIGURES.split(","))
            .map(String::trim)
            .map(CounterView::figure)
            .distinct()
            .toList(),
        metric(Optional.ofNullable(query.get("metric")).orElse("visits")),
        Language.of(query.get("lang")),
        dark(Optional.ofNullable(query.get("theme")).orElse("")));
  }

  /** Formats the numbers. */
  public List<Line> lines(CounterFigures now) {
    return figures.stream()
        .map(
            figure ->
                new Line(
                    figure.caption(metric, language), language.number(figure.value(metric, now))))
        .toList();
  }

  private static Figure figure(String word) {
    return Arrays.stream(Figure.values())
        .filter(figure -> figure.label().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown("show", words(Figure.values(), Figure::label)));
  }

  private static Metric metric(String word) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.label().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown("metric", words(Metric.values(), Metric::label)));
  }

  private static @Nullable Boolean dark(String theme) {
    return switch (theme) {
      case "dark" -> Boolean.TRUE;
      case "light" -> Boolean.FALSE;
      case "", "auto" -> null;
      default -> throw unknown("theme", "light, dark, auto");
    };
  }

  private static <T> String words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
  }

  private static RuntimeException unknown(String field, String known) {
    var fault = new Problem.Fault(null, field, Reason.INVALID, "must be one of: " + known);
    return Problem.invalid("A query parameter has an unknown value.", List.of(fault)).asException();
  }
}
