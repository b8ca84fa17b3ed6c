package io.sitepulse.local.replay.log;

/**
 * Thrown for a line that is not in the format of its log. The message names the column where it
 * stops being one.
 */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedLineException(String reason) {
    super(reason, null, false, false);
  }
}
