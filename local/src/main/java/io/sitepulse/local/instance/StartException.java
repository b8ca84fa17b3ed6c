package io.sitepulse.local.instance;

import org.jspecify.annotations.Nullable;

/**
 * Something outside the program is not as it must be: a taken port, a full disk, a second start.
 * The message is one line that says what and how to mend it; the command prints only that.
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
