package io.sitepulse.dashboard.seed;

import java.util.List;

/** The seed file cannot be used; all its faults together, each with its place. */
public final class SeedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SeedException(String source, List<String> faults) {
    super("The seed file " + source + " cannot be used:\n" + String.join("\n", faults));
  }
}
