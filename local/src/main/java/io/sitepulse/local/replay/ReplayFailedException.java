package io.sitepulse.local.replay;

import org.jspecify.annotations.Nullable;

/** Thrown when the replay ends before the log does. The message is one line that says why. */
public class ReplayFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReplayFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
