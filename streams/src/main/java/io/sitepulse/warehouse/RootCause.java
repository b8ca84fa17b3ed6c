package io.sitepulse.warehouse;

/** What is at the bottom of a failure, for a line of log. */
public final class RootCause {
  private static final int MOST = 200;

  private RootCause() {}

  /** ClickHouse's own first line; what follows may quote rows. */
  public static String text(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.toString().lines().findFirst().orElse("");
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }
}
