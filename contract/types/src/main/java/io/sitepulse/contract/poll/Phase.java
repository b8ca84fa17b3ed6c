package io.sitepulse.contract.poll;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;

/**
 * The phase of a poll at an instant.
 *
 * <pre>
 * draft ──▶ scheduled ──opens──▶ open ──closes──▶ closed
 * </pre>
 */
public enum Phase implements Labelled {
  DRAFT("draft"),
  SCHEDULED("scheduled"),
  OPEN("open"),
  CLOSED("closed");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }
}
