package io.sitepulse.runtime.config;

import java.util.List;

/** The settings cannot be used; all faults together. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Names all faults, each with its key. */
  public SettingsException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
