package io.sitepulse.contract.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.FieldViolationException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a period is held against. */
public enum Comparison {
  /** The same days of the year before; weeks against the week 52 weeks earlier. */
  YEAR("year"),
  /** As many days of the period just before. */
  PREVIOUS("previous"),
  NONE("none");

  private final String label;

  Comparison(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The comparison of a wire word.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Comparison parse(@Nullable String label) {
    for (Comparison comparison : values()) {
      if (comparison.label.equals(label)) {
        return comparison;
      }
    }
    throw FieldViolationException.choice(
        "compare", Arrays.stream(values()).map(Comparison::label).toList());
  }
}
