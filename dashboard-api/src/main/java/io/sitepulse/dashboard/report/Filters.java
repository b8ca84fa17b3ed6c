package io.sitepulse.dashboard.report;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Narrows figures to visits of some values. A page narrows to what was read on it; everything else
 * is said of whole visits.
 *
 * @param values by dimension; an empty text is a value too (a source that is not known)
 */
public record Filters(Map<Dimension, String> values) {
  /** Everything. */
  public static final Filters NONE = new Filters(Map.of());

  private static final int MAX_LENGTH = 2000;

  public Filters {
    var copy = new EnumMap<Dimension, String>(Dimension.class);
    copy.putAll(values);
    copy.forEach(Filters::check);
    values = Collections.unmodifiableMap(copy);
  }

  /** Whether nothing is narrowed. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  private static void check(Dimension dimension, String value) {
    if (!dimension.filters()) {
      throw new FieldViolationException(dimension.label(), Rule.NO_FILTER, "is no filter");
    }
    Require.atMost(value, MAX_LENGTH, dimension.label());
  }
}
