package io.sitepulse.contract.poll;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;

/** The visibility of a poll's result. */
public enum Visibility implements Labelled {
  ALWAYS("always"),
  AFTER_VOTING("after-voting"),
  AFTER_CLOSING("after-closing"),
  MANAGERS("managers");

  private final String label;

  Visibility(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }
}
