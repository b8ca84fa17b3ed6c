package io.sitepulse.dashboard.http;

/** Escapes text for HTML. */
public final class Html {
  private Html() {}

  /** Escapes a text for an attribute value in double quotes. */
  public static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
