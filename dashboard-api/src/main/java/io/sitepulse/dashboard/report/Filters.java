package io.sitepulse.dashboard.report;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Filters of visits by the values of dimensions. The page filter keeps the views of a page. All
 * other filters keep whole visits.
 *
 * @param values by dimension, in the form in which events have them. The empty text matches unknown
 *     values
 */
public record Filters(Map<Dimension, String> values) {
  /** No filter. */
  public static final Filters NONE = new Filters(Map.of());

  private static final int MAX_LENGTH = 2000;

  public Filters {
    var copy = new EnumMap<Dimension, String>(Dimension.class);
    values.forEach((dimension, value) -> copy.put(dimension, checked(dimension, value)));
    values = Collections.unmodifiableMap(copy);
  }

  /** True if there is no filter. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The dimensions whose value may be unknown to all events: no usual name of that dimension. */
  public List<Dimension> unusual() {
    return values.keySet().stream()
        .filter(dimension -> !FilterValue.usualNames(dimension).isEmpty())
        .filter(dimension -> !isAmong(FilterValue.usualNames(dimension), dimension))
        .toList();
  }

  /**
   * Refuses the value of a dimension of {@link #unusual} that no event has.
   *
   * @param names those that events have
   * @throws FieldViolationException naming the words that there are
   */
  public void requireAmong(Collection<String> names, Dimension dimension) {
    if (!isAmong(names, dimension)) {
      var words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      words.addAll(FilterValue.usualNames(dimension));
      words.addAll(names);
      throw FieldViolationException.choice(dimension.label(), words);
    }
  }

  private boolean isAmong(Collection<String> names, Dimension dimension) {
    String value = values.get(dimension);
    return value != null && names.stream().anyMatch(value::equalsIgnoreCase);
  }

  private static String checked(Dimension dimension, String value) {
    if (!dimension.filters()) {
      throw new FieldViolationException(
          dimension.label(), Rule.NO_FILTER, "cannot be used as a filter");
    }
    Require.atMost(value, MAX_LENGTH, dimension.label());
    return FilterValue.of(dimension, value);
  }
}
