package io.sitepulse.local.replay.log;

/** A line that is not one of a log in common or combined format; the message says where it ends. */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedLineException(String reason) {
    super(reason, null, false, false);
  }
}
