package io.sitepulse.contract.poll;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a poll stands at an instant.
 *
 * <pre>
 * draft ──▶ scheduled ──opens──▶ open ──closes──▶ closed
 * </pre>
 */
public enum Phase {
  DRAFT("draft"),
  SCHEDULED("scheduled"),
  OPEN("open"),
  CLOSED("closed");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }
}
