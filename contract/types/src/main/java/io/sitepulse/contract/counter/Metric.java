package io.sitepulse.contract.counter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import org.jspecify.annotations.Nullable;

/** A quantity that is counted. */
public enum Metric implements Labelled {
  VISITS("visits"),
  VIEWS("views"),
  /**
   * Daily visitors. Over several days their sum ("lượt khách theo ngày"), which is not a number of
   * people.
   */
  VISITORS("visitors");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Finds the metric that has a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Metric parse(@Nullable String label) {
    return Labelled.parse(Metric.class, label, "metric");
  }

  /** Returns this metric of some sums. */
  public long of(DaySums sums) {
    return switch (this) {
      case VISITS -> sums.visits();
      case VIEWS -> sums.views();
      case VISITORS -> sums.visitors();
    };
  }
}
