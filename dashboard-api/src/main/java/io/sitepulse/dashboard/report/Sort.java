package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.validation.Labelled;

/** The columns a list can be sorted by, always descending. */
public enum Sort implements Labelled {
  VISITS("visits"),
  VIEWS("views"),
  VISITORS("visitors"),
  ENGAGED("engagedMs");

  private final String label;

  Sort(String label) {
    this.label = label;
  }

  /** The name in requests and JSON. */
  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Finds a sort by its label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sort parse(String label) {
    return Labelled.parse(Sort.class, label, "sort");
  }

  /** The sorted value of some sums. */
  public long of(DaySums sums) {
    return switch (this) {
      case VISITS -> sums.visits();
      case VIEWS -> sums.views();
      case VISITORS -> sums.visitors();
      case ENGAGED -> sums.engagedMs();
    };
  }
}
