package io.sitepulse.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a page sent. Its label is the wire word and the metric tag. */
public enum EventKind {
  /** One page shown to one visitor. */
  VIEW("view"),
  /** Sent while a page stays visible: keeps its visitor online, measures engaged time. */
  HEARTBEAT("heartbeat");

  private final String label;

  EventKind(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }
}
