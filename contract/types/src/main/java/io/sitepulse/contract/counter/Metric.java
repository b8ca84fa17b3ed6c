package io.sitepulse.contract.counter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.FieldViolationException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is counted. */
public enum Metric {
  VISITS("visits"),
  VIEWS("views"),
  /** Daily visitors; over several days their sum ("khách-ngày"), never called people. */
  VISITORS("visitors");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The metric of a wire word.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Metric parse(@Nullable String label) {
    for (Metric metric : values()) {
      if (metric.label.equals(label)) {
        return metric;
      }
    }
    throw FieldViolationException.choice(
        "metric", Arrays.stream(values()).map(Metric::label).toList());
  }

  /** The number of some sums. */
  public long of(DaySums sums) {
    return switch (this) {
      case VISITS -> sums.visits();
      case VIEWS -> sums.views();
      case VISITORS -> sums.visitors();
    };
  }
}
