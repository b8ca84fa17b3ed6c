package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.validation.Labelled;

/** What a list is sorted by, the most first. */
public enum Sort implements Labelled {
  VISITS("visits"),
  VIEWS("views"),
  VISITORS("visitors"),
  ENGAGED("engagedMs");

  private final String label;

  Sort(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Finds the order that has a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sort parse(String label) {
    return Labelled.parse(Sort.class, label, "sort");
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
