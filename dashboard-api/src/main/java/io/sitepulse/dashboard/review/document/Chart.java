package io.sitepulse.dashboard.review.document;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import io.sitepulse.contract.validation.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart of figures.
 *
 * @param id stable name for programs
 * @param labels of the points or bars, in order
 * @param series a value for every label. Null if there is none
 */
public record Chart(String id, Kind kind, String title, List<String> labels, List<Series> series) {
  /** The type of a chart. */
  public enum Kind implements Labelled {
    /** A time series. The second series is the one compared with. */
    LINE,
    /** One bar for each label. */
    BAR;

    /** The name in JSON. */
    @Override
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A named series of values. */
  public record Series(String name, List<@Nullable Long> values) {
    public Series {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  public Chart {
    Require.text(title, 500, "chart.title");
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    for (var one : series) {
      if (one.values().size() != labels.size()) {
        throw new IllegalArgumentException("series must have a value for every label");
      }
    }
  }

  /** The largest value, at least 1. */
  public long largest() {
    return series.stream()
        .flatMap(one -> one.values().stream())
        .mapToLong(value -> value == null ? 0 : value)
        .reduce(1, Math::max);
  }
}
