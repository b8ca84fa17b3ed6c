package io.sitepulse.local.doctor;

import java.util.Locale;

/**
 * The result of one check.
 *
 * @param subject part of the installation
 * @param text state of the part
 * @param remedy way out, empty if all is well
 */
public record Finding(State state, String subject, String text, String remedy) {
  /** State of a part. */
  public enum State {
    OK,
    /** Works, and will or may fail. */
    WARNING,
    FAULT
  }

  static Finding ok(String subject, String text) {
    return new Finding(State.OK, subject, text, "");
  }

  static Finding warning(String subject, String text, String remedy) {
    return new Finding(State.WARNING, subject, text, remedy);
  }

  static Finding fault(String subject, String text, String remedy) {
    return new Finding(State.FAULT, subject, text, remedy);
  }

  /** The finding as one line. */
  public String line() {
    String name = state.name().toLowerCase(Locale.ROOT);
    String wayOut = remedy.isEmpty() ? "" : " -> " + remedy;
    return "%-8s %s: %s%s".formatted(name, subject, text, wayOut);
  }
}
