package io.sitepulse.dashboard.report;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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

  private static String checked(Dimension dimension, String value) {
    if (!dimension.filters()) {
      throw new FieldViolationException(
          dimension.label(), Rule.NO_FILTER, "cannot be used as a filter");
    }
    Require.atMost(value, MAX_LENGTH, dimension.label());
    return FilterValue.of(dimension, value);
  }
}
