package io.sitepulse.local.replay;

/** Thrown for a line that may have been sent so long ago that it would count twice. */
public final class UnknownEarlierEventsException extends ReplayFailedException {
  private static final long serialVersionUID = 1;

  UnknownEarlierEventsException(String message) {
    super(message, null);
  }
}
