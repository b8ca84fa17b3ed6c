package io.sitepulse.dashboard.seed;

import java.util.List;

/** Thrown for a seed file with errors. The message lists all of them, each with its position. */
public final class SeedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SeedException(String source, List<String> errors) {
    super("The seed file " + source + " has errors:\n" + String.join("\n", errors));
  }
}
