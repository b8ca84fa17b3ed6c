package io.sitepulse.contract.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.FieldViolationException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a grant allows; each role may do all that the ones before it may. */
public enum Role {
  /** Reads reports, polls, targets. */
  VIEWER("viewer"),
  /** Also edits polls and targets, and the site itself. */
  EDITOR("editor");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The role of a wire word.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Role parse(@Nullable String label) {
    for (Role role : values()) {
      if (role.label.equals(label)) {
        return role;
      }
    }
    throw FieldViolationException.choice("role", Arrays.stream(values()).map(Role::label).toList());
  }

  /** Whether this role may do what another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
