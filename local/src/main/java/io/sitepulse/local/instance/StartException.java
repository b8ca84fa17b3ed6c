package io.sitepulse.local.instance;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the environment prevents a start: a port in use, a full disk, a second start on the
 * same folder. The message is one line that says what is wrong and how to mend it. The command
 * prints only that line.
 */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartException(String message) {
    this(message, null);
  }

  public StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
