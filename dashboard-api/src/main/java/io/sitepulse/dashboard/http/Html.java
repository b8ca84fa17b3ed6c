package io.sitepulse.dashboard.http;

/** Text inside of HTML. */
public final class Html {
  private Html() {}

  /** A text as the value of an attribute in double quotes. */
  public static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
