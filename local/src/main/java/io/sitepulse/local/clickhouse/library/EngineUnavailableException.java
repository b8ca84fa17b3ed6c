package io.sitepulse.local.clickhouse.library;

import java.io.IOException;

/**
 * Thrown when the engine cannot be had on this machine. The message is one line that says why and
 * what to do.
 */
public final class EngineUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  public EngineUnavailableException(String line) {
    super(line);
  }

  public EngineUnavailableException(String line, Throwable cause) {
    super(line, cause);
  }
}
