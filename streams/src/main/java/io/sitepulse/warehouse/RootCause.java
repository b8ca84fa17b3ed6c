package io.sitepulse.warehouse;

/** The root cause of a failure as a short text for a log line. */
public final class RootCause {
  private static final int MAX_LENGTH = 200;

  private RootCause() {}

  /** Returns only the first line of the message: the lines after it may quote rows. */
  public static String text(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.toString().lines().findFirst().orElse("");
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
