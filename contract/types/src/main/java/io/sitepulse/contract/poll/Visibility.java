package io.sitepulse.contract.poll;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may see a poll's result, and when. */
public enum Visibility {
  ALWAYS("always"),
  AFTER_VOTING("after-voting"),
  AFTER_CLOSING("after-closing"),
  MANAGERS("managers");

  private final String label;

  Visibility(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }
}
