package io.sitepulse.contract.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import org.jspecify.annotations.Nullable;

/** The rights of a grant. Each role includes the roles before it. */
public enum Role implements Labelled {
  /** May read reports, polls and targets. */
  VIEWER("viewer"),
  /** May also edit polls, targets and the site itself. */
  EDITOR("editor");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Finds the role that has a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Role parse(@Nullable String label) {
    return Labelled.parse(Role.class, label, "role");
  }

  /** Tells if this role includes another. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
