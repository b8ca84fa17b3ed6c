package io.sitepulse.runtime.config;

import java.util.List;

/** Thrown when settings are invalid. The message has one line for each of them. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the exception from one message for each invalid setting. */
  public SettingsException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
