package io.sitepulse.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;

/** The kind of an event. The label is also the metric tag. */
public enum EventKind implements Labelled {
  /** A page was shown to a visitor. */
  VIEW("view"),
  /** A page is still visible. Keeps the visitor online and measures the engaged time. */
  HEARTBEAT("heartbeat");

  private final String label;

  EventKind(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }
}
