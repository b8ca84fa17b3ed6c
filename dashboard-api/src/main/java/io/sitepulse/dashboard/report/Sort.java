package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.validation.FieldViolationException;
import java.util.Arrays;

/** What a list is sorted by, the most first. */
public enum Sort {
  VISITS("visits"),
  VIEWS("views"),
  VISITORS("visitors"),
  ENGAGED("engagedMs");

  private final String label;

  Sort(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The order of a wire word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sort parse(String label) {
    for (Sort sort : values()) {
      if (sort.label.equals(label)) {
        return sort;
      }
    }
    throw FieldViolationException.choice("sort", Arrays.stream(values()).map(Sort::label).toList());
  }

  /** The number of some sums it looks at. */
  public long of(DaySums sums) {
    return switch (this) {
      case VISITS -> sums.visits();
      case VIEWS -> sums.views();
      case VISITORS -> sums.visitors();
      case ENGAGED -> sums.engagedMs();
    };
  }
}
