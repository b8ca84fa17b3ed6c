package io.sitepulse.contract.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import org.jspecify.annotations.Nullable;

/** The period that a period is compared with. */
public enum Comparison implements Labelled {
  /** The same days of the year before. For weeks, the week 52 weeks earlier. */
  YEAR("year"),
  /** The same number of days of the preceding period. */
  PREVIOUS("previous"),
  NONE("none");

  private final String label;

  Comparison(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Finds the comparison that has a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Comparison parse(@Nullable String label) {
    return Labelled.parse(Comparison.class, label, "compare");
  }
}
