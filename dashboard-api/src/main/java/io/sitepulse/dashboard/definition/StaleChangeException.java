package io.sitepulse.dashboard.definition;

/**
 * Thrown when a change had no effect, because another instance changed the same definition first.
 * The caller may read the definition again and repeat the change.
 */
public final class StaleChangeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StaleChangeException() {
    super("another instance changed it first", null, false, false);
  }
}
